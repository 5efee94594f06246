import { didYouMean } from '@backstage-handover/plugin-handover-common/environments';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { findConfigFile } from './findConfigFile';

/**
 * Rejects unknown keys, because a misspelled key would leave its default in
 * force.
 *
 * @param root - The key under which all keys must be known.
 * @param known - Full keys, such as `handover.documents.kinds`, and
 *   `handover.environments[].name` for list entries. Keys under a listed key
 *   are only checked if some of them are listed.
 * @throws InputError that names the key, the allowed keys, and the file
 *
 * @public
 */
export function checkKnownKeys(
  config: Config,
  root: string,
  known: readonly string[],
): void {
  const check = (value: unknown, place: string, pattern: string): void => {
    if (Array.isArray(value)) {
      value.forEach((each, index) =>
        check(each, `${place}[${index}]`, `${pattern}[]`),
      );
      return;
    }
    const children = childrenOf(pattern, known);
    if (typeof value !== 'object' || value === null || children.length === 0) {
      return;
    }
    for (const [name, child] of Object.entries(value)) {
      const key = `${place}.${name}`;
      if (!children.includes(name)) {
        const file = findConfigFile(config, key);
        throw new InputError(
          `Unknown configuration key '${key}'${file ? ` in '${file}'` : ''}${
            didYouMean(name, children) ||
            `; '${place}' may have ${children.join(', ')}`
          }`,
        );
      }
      check(child, key, `${pattern}.${name}`);
    }
  };
  check(config.getOptional(root), root, root);
}

/** Names of the keys directly below one. */
function childrenOf(pattern: string, known: readonly string[]): string[] {
  const names = known
    .filter(key => key.startsWith(`${pattern}.`))
    .map(key => key.slice(pattern.length + 1).split(/[.[]/)[0]);
  return [...new Set(names)];
}
