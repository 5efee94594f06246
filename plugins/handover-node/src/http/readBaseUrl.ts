import type { Config } from '@backstage/config';

/**
 * Reads the URL of a system from the configuration, without a trailing slash.
 *
 * @param instance - display name, for example `the Argo CD instance 'main'`
 * @throws Error if the URL is not valid or contains credentials, because people
 *   see URLs that are based on it
 *
 * @public
 */
export function readBaseUrl(
  config: Config,
  key: string,
  instance: string,
): string {
  const url = config.getString(key).replace(/\/+$/, '');
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) {
    throw new Error(
      `Invalid URL of ${instance}: must begin with https:// or http://`,
    );
  }
  if (parsed.username || parsed.password || parsed.search || parsed.hash) {
    throw new Error(
      `Invalid URL of ${instance}: must have no credentials, query or fragment`,
    );
  }
  return url;
}
