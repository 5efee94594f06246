import { randomUUID } from 'node:crypto';
import {
  lstat,
  mkdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConflictError } from '@backstage/errors';
import { resolveInWorkspace } from './resolveInWorkspace';

/**
 * Writes a text file that the workspace does not have yet. That it is there
 * already with the same content is fine, so that a step can run again after the
 * task was interrupted. What is there is never changed, and never half written.
 *
 * @throws ConflictError when there is something else at the path
 */
export async function writeNewFile(options: {
  workspacePath: string;
  path: string;
  text: string;
}): Promise<void> {
  const { workspacePath, path, text } = options;
  const target = resolveInWorkspace(workspacePath, path);
  const existing = await lstat(target).catch(ignoreMissing);
  if (existing) {
    const same = existing.isFile() && (await readFile(target, 'utf8')) === text;
    if (!same) {
      throw new ConflictError(
        `'${path}' already exists in the workspace. It is not overwritten: remove it in an earlier step, or choose another path.`,
      );
    }
    return;
  }

  await mkdir(dirname(target), { recursive: true });
  const partial = `${target}.${randomUUID()}`;
  try {
    await writeFile(partial, text, { flag: 'wx' });
    await rename(partial, target);
  } finally {
    await rm(partial, { force: true });
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') {
    throw error;
  }
}
