import type { Config } from '@backstage/config';

/**
 * Reads HTTP headers from the configuration. No error shows a value, because it
 * may be a secret.
 *
 * @param instance - display name, for example `the Alertmanager 'main'`
 * @throws Error that names a header that HTTP doesn't allow
 *
 * @public
 */
export function readHeaders(
  config: Config,
  key: string,
  instance: string,
): Record<string, string> {
  const headers = config.getOptionalConfig(key);
  return Object.fromEntries(
    (headers?.keys() ?? []).map(name => {
      const value = headers!.getString(name);
      try {
        return [name, new Headers([[name, value]]).get(name) ?? ''];
      } catch {
        throw new Error(
          `Invalid header '${name}' of ${instance}: must be one line, of characters that HTTP allows`,
        );
      }
    }),
  );
}
