import { InputError, isError } from '@backstage/errors';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isServiceName } from './serviceName';

/**
 * Where a service's repository is or will be.
 *
 * @throws InputError when the name could lead anywhere else
 */
export function serviceFolder(folder: string, name: string): string {
  if (!isServiceName(name)) {
    throw new InputError(
      `'${name.slice(
        0,
        80,
      )}' cannot be the name of a service: it must begin with a letter and have lower case letters, digits and single hyphens only, at most 63`,
    );
  }
  return path.join(folder, name);
}

/** Is anything there? */
export async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') {
      return false;
    }
    throw error;
  }
}
