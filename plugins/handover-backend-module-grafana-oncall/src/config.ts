import {
  readBaseUrl,
  readToken,
  withConfigFile,
} from '@backstage-handover/plugin-handover-node';
import type { Config } from '@backstage/config';
import { isId } from './target';

export type GrafanaOnCallConfig = {
  /** Without a slash at the end. */
  apiUrl: string;
  apiToken: string;
  /** The URLs of integrations by the id of the escalation chain that they reach. */
  integrations?: ReadonlyMap<string, string>;
};

const URL_KEY = 'handover.grafanaOnCall.apiUrl';
const TOKEN = 'handover.grafanaOnCall.apiToken';
const PAGING = 'handover.grafanaOnCall.paging';

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
    const integrations = readIntegrations(config);
    if (!config.has(URL_KEY) && !config.has(TOKEN)) {
      return undefined;
    }
    return {
      apiUrl: readBaseUrl(config, URL_KEY, `Grafana OnCall at '${URL_KEY}'`),
      apiToken: readToken(config, TOKEN),
      integrations,
    };
  });
}

function readIntegrations(
  config: Config,
): ReadonlyMap<string, string> | undefined {
  if (!config.getOptionalBoolean(`${PAGING}.enabled`)) {
    return undefined;
  }
  const integrations = new Map<string, string>();
  for (const entry of config.getConfigArray(`${PAGING}.integrations`)) {
    const chain = entry.getString('escalationChain');
    if (!isId(chain)) {
      throw new Error(
        `Invalid 'escalationChain' at '${PAGING}.integrations': Grafana OnCall's ids consist of capital letters and digits`,
      );
    }
    if (integrations.has(chain)) {
      throw new Error(
        `Two entries at '${PAGING}.integrations' have the escalation chain '${chain}'`,
      );
    }
    const what = `the integration for '${chain}' at '${PAGING}.integrations'`;
    // Grafana OnCall's own URLs end in a slash, and other addresses redirect.
    integrations.set(chain, `${readBaseUrl(entry, 'url', what)}/`);
  }
  return integrations;
}
