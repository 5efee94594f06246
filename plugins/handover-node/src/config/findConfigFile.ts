import type { Config } from '@backstage/config';
import { toError } from '@backstage/errors';

/**
 * Finds the file or other source of a configured value. Undefined if unknown:
 * Backstage only reveals it in errors about the type of a value.
 */
export function findConfigFile(
  config: Config,
  key: string,
): string | undefined {
  try {
    const value = config.getOptional(key);
    if (typeof value === 'object' && !Array.isArray(value)) {
      config.getString(key);
    } else {
      config.getConfig(key);
    }
  } catch (error) {
    return / in '([^']+)', got /.exec(toError(error).message)?.[1];
  }
  return undefined;
}
