import type { Config } from '@backstage/config';

/**
 * Reads credentials that are sent as a header.
 *
 * @param what - What they are called in messages, for example
 *   `API key at 'handover.opsgenie.apiKey'`
 *
 * @throws Error that says what is wrong, without the value
 *
 * @public
 */
export function readToken(
  config: Config,
  key: string,
  what = `token at '${key}'`,
): string {
  const token = config.getString(key).trim();
  // The error that a header cannot have it would show it.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Error(
      `Invalid ${what}: must be one line of ASCII without spaces`,
    );
  }
  return token;
}
