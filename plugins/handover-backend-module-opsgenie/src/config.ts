import {
  readBaseUrl,
  readToken,
  withConfigFile,
} from '@backstage-handover/plugin-handover-node';
import type { Config } from '@backstage/config';

export type OpsgenieConfig = {
  apiKey: string;
  /** Without a slash at the end. */
  apiBaseUrl: string;
  /** Undefined if nobody can be paged. */
  paging?: {
    /** A key that may create alerts. */
    apiKey: string;
  };
};

const KEY = 'handover.opsgenie.apiKey';
const URL_KEY = 'handover.opsgenie.apiBaseUrl';
const PAGING = 'handover.opsgenie.paging';

/**
 * Reads `handover.opsgenie`. Undefined if there is no API key.
 *
 * @throws Error that names the key which is wrong.
 */
export function readOpsgenieConfig(config: Config): OpsgenieConfig | undefined {
  return withConfigFile(config, () => {
    const apiBaseUrl = config.has(URL_KEY)
      ? readBaseUrl(config, URL_KEY, `Opsgenie at '${URL_KEY}'`)
      : 'https://api.opsgenie.com';
    const paging = config.getOptionalBoolean(`${PAGING}.enabled`)
      ? { apiKey: readKey(config, `${PAGING}.apiKey`) }
      : undefined;
    if (!config.has(KEY)) {
      return undefined;
    }
    return { apiKey: readKey(config, KEY), apiBaseUrl, paging };
  });
}

function readKey(config: Config, key: string): string {
  return readToken(config, key, `API key at '${key}'`);
}
