import { writeFile } from 'node:fs/promises';
import { CommandError } from './CommandError';

const REASONS: Record<string, string> = {
  ENOENT: 'no such folder',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'is a directory',
  ENOTDIR: 'a part of the path is not a directory',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left',
};

/** Writes a file. Without `overwrite`, one that exists stays as it is. */
export async function writeText(
  file: string,
  text: string,
  options: { overwrite: boolean; exists?: string },
): Promise<void> {
  try {
    await writeFile(file, text, { flag: options.overwrite ? 'w' : 'wx' });
  } catch (error) {
    const { code = '', message }: NodeJS.ErrnoException =
      error instanceof Error ? error : new Error(String(error));
    throw code === 'EEXIST'
      ? new CommandError(`'${file}' already exists`, { hint: options.exists })
      : new CommandError(`cannot write '${file}': ${REASONS[code] ?? message}`);
  }
}
