import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** Where the document is unless a template says otherwise. */
export const DEFAULT_PATH = 'handover.yaml';

/**
 * The absolute path of a file of the workspace. Links are followed for the check.
 *
 * @throws InputError when the path leads out of the workspace
 */
export function resolveInWorkspace(
  workspacePath: string,
  path: string,
): string {
  if (path.includes('\0')) {
    throw new InputError('The path must not contain a NUL character');
  }
  try {
    return resolveSafeChildPath(workspacePath, path);
  } catch (error) {
    throw new InputError(
      `'${path}' is not a path inside the workspace of this task`,
      error,
    );
  }
}
