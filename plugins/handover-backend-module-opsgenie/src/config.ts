import {
  readBaseUrl,
  withConfigFile,
} from '@backstage-handover/plugin-handover-node';
import type { Config } from '@backstage/config';

export type OpsgenieConfig = {
  apiKey: string;
  /** Without a slash at the end. */
  apiBaseUrl: string;
};

const KEY = 'handover.opsgenie.apiKey';
const URL_KEY = 'handover.opsgenie.apiBaseUrl';

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
    if (!config.has(KEY)) {
      return undefined;
    }
    const apiKey = config.getString(KEY).trim();
    // The error that a header cannot have it would show it.
    if (!/^[\x21-\x7e]+$/.test(apiKey)) {
      throw new Error(
        `Invalid API key at '${KEY}': must be one line of ASCII without spaces`,
      );
    }
    return { apiKey, apiBaseUrl };
  });
}
