import type { Config } from '@backstage/config';

/**
 * The address of a system in the configuration, without a slash at the end.
 *
 * @param instance - for people: `the Argo CD instance 'main'`
 * @throws Error where it is none, or holds credentials: it becomes part of
 * addresses that people see.
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
