import {
  readBaseUrl,
  readHeaders,
  readInstances,
} from '@backstage-handover/plugin-handover-node';
import type { Config } from '@backstage/config';

/** A Prometheus that is queried. URLs have no slash at the end. */
export type PrometheusInstance = {
  name: string;
  url: string;
  /** Where people open it. */
  externalUrl: string;
  headers: Record<string, string>;
};

export type PrometheusConfig = {
  instances: PrometheusInstance[];
  /** Why nothing can be queried. Undefined if the list is empty on purpose. */
  missing?: string;
};

/** The configuration key of the list. */
export const KEY = 'handover.prometheus.instances';

/**
 * Reads `handover.prometheus`.
 *
 * @throws Error that names the key or the instance which is wrong.
 */
export function readPrometheusConfig(config: Config): PrometheusConfig {
  return readInstances(config, {
    key: KEY,
    title: 'Prometheus',
    read: (entry, { name, what }) => {
      const url = readBaseUrl(entry, 'url', what);
      return {
        name,
        url,
        externalUrl: entry.has('externalUrl')
          ? readBaseUrl(entry, 'externalUrl', what)
          : url,
        headers: readHeaders(entry, 'headers', what),
      };
    },
  });
}
