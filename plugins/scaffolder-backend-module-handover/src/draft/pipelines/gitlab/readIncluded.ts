import type { RepositoryFiles } from '../../RepositoryFiles';
import type { Value } from '../../yamlFile';

/** Longest value of an input that is put into a file. */
const MAX_INPUT = 500;

/** Most characters of a file with its inputs put in. */
const MAX_LENGTH = 512 * 1024;

/** An included file, with its inputs put in. Undefined where it is not readable. */
export function readIncluded(
  file: { path: string; text: string },
  inputs: Value | undefined,
  repository: RepositoryFiles,
): Value | undefined {
  try {
    const [header] = repository.read(file);
    const given = new Map(
      [
        ...(header?.get('spec', 'inputs')?.entries() ?? []).map(
          ({ key, value }) => [key, value.get('default')?.text] as const,
        ),
        ...(inputs?.entries() ?? []).map(
          ({ key, value }) => [key, value.text] as const,
        ),
      ].filter(([, text]) => isOneLine(text)),
    );
    const text = file.text.replace(
      /\$\[\[\s*inputs\.([\w-]+)\s*(?:\|[^\]]{0,200})?\]\]/g,
      (whole, name: string) => given.get(name) ?? whole,
    );
    return text.length <= MAX_LENGTH
      ? repository.read({ path: file.path, text }).at(-1)
      : undefined;
  } catch {
    // Who includes it says so, and its own reader why.
    return undefined;
  }
}

function isOneLine(text: string | undefined): boolean {
  return text !== undefined && text.length <= MAX_INPUT && !text.includes('\n');
}
