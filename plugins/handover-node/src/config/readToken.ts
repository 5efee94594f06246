import type { Config } from '@backstage/config';

/**
 * Reads credentials that are sent as a header.
 *
 * @param what - What they are called in messages, for example `API key`
 *
 * @throws Error that names the key, without the value
 *
 * @public
 */
export function readToken(config: Config, key: string, what = 'token'): string {
  const token = config.getString(key).trim();
  // The error that a header cannot have it would show it.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Error(
      `Invalid ${what} at '${key}': must be one line of ASCII without spaces`,
    );
  }
  return token;
}
