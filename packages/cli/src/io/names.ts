import { STDIN } from './readText';

/** What a file is called in messages. */
export function displayName(file: string, stdinName = '<stdin>'): string {
  return file === STDIN ? stdinName : file;
}
