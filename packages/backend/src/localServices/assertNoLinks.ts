import { InputError } from '@backstage/errors';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * A link could lead to a file of this machine, which whoever reads the copy
 * would then see.
 *
 * @throws InputError that names the first link in the folder
 */
export async function assertNoLinks(folder: string): Promise<void> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const link = entries.find(entry => entry.isSymbolicLink());
  if (link) {
    const name = path.relative(folder, path.join(link.parentPath, link.name));
    throw new InputError(
      `'${name}' is a symbolic link. Symbolic links cannot be copied; replace it with a file`,
    );
  }
}
