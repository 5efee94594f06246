import type { Config } from '@backstage/config';
import { withConfigFile } from './withConfigFile';

/**
 * Reads a list of systems of one kind, each with a `name` of its own.
 *
 * @returns `missing` says why nothing can be read. It is undefined if the list is
 *   there, even if it is empty.
 * @throws Error that names the key or the system which is wrong
 *
 * @public
 */
export function readInstances<T extends { name: string }>(
  config: Config,
  options: {
    /** The key of the list. */
    key: string;
    /** Display name of the kind, for example `Alertmanager`. */
    title: string;
    /** Reads an entry. `what` names it in messages. */
    read: (entry: Config, names: { name: string; what: string }) => T;
  },
): { instances: T[]; missing?: string } {
  const { key, title, read } = options;
  return withConfigFile(config, () => {
    const instances = (config.getOptionalConfigArray(key) ?? []).map(entry => {
      const name = entry.getString('name').trim();
      if (!name) {
        throw new Error(
          `Invalid name of an entry at '${key}': must not be empty`,
        );
      }
      return read(entry, { name, what: `the ${title} '${name}' at '${key}'` });
    });
    const names = instances.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) {
      throw new Error(`Two entries at '${key}' have the name '${twice}'`);
    }
    return {
      instances,
      ...(!config.has(key) && {
        missing: `${title} is not configured: add an entry with 'name' and 'url' to '${key}'`,
      }),
    };
  });
}
