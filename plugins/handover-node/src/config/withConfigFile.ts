import type { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { findConfigFile } from './findConfigFile';

/**
 * Reads configuration, and adds the file to errors that name a key in quotes and no
 * file.
 *
 * @public
 */
export function withConfigFile<T>(config: Config, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { message } = toError(error);
    const file = / in '[^']*'/.test(message)
      ? undefined
      : keysIn(message)
          .map(key => findConfigFile(config, key))
          .find(found => found !== undefined);
    throw file === undefined
      ? error
      : new InputError(`${message} (in '${file}')`);
  }
}

/** What stands in quotes, with its dots. The entry of a list is in the file of the list. */
function keysIn(message: string): string[] {
  return [...message.matchAll(/'([A-Za-z][\w-]*(?:\.[\w-]+)+)/g)].map(
    ([, key]) => key,
  );
}
