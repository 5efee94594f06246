import {
  readBaseUrl,
  withConfigFile,
} from '@backstage-handover/plugin-handover-node';
import type { Config } from '@backstage/config';

export type GrafanaOnCallConfig = {
  /** Without a slash at the end. */
  apiUrl: string;
  apiToken: string;
};

const URL_KEY = 'handover.grafanaOnCall.apiUrl';
const TOKEN = 'handover.grafanaOnCall.apiToken';

/**
 * Reads `handover.grafanaOnCall`. Undefined if there is neither a URL nor a
 * token.
 *
 * @throws Error that names the key which is wrong or missing.
 */
export function readGrafanaOnCallConfig(
  config: Config,
): GrafanaOnCallConfig | undefined {
  return withConfigFile(config, () => {
    if (!config.has(URL_KEY) && !config.has(TOKEN)) {
      return undefined;
    }
    const apiUrl = readBaseUrl(
      config,
      URL_KEY,
      `Grafana OnCall at '${URL_KEY}'`,
    );
    const apiToken = config.getString(TOKEN).trim();
    // The error that a header cannot have it would show it.
    if (!/^[\x21-\x7e]+$/.test(apiToken)) {
      throw new Error(
        `Invalid token at '${TOKEN}': must be one line of ASCII without spaces`,
      );
    }
    return { apiUrl, apiToken };
  });
}
