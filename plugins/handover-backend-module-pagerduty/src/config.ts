import {
  readBaseUrl,
  withConfigFile,
} from '@backstage-handover/plugin-handover-node';
import type { Config } from '@backstage/config';

export type PagerDutyConfig = {
  apiToken: string;
  /** Without a slash at the end. */
  apiBaseUrl: string;
};

const TOKEN = 'handover.pagerDuty.apiToken';
const URL_KEY = 'handover.pagerDuty.apiBaseUrl';

/**
 * Reads `handover.pagerDuty`. Undefined if there is no token.
 *
 * @throws Error that names the key which is wrong.
 */
export function readPagerDutyConfig(
  config: Config,
): PagerDutyConfig | undefined {
  return withConfigFile(config, () => {
    const apiBaseUrl = config.has(URL_KEY)
      ? readBaseUrl(config, URL_KEY, `PagerDuty at '${URL_KEY}'`)
      : 'https://api.pagerduty.com';
    if (!config.has(TOKEN)) {
      return undefined;
    }
    const apiToken = config.getString(TOKEN).trim();
    // The error that a header cannot have it would show it.
    if (!/^[\x21-\x7e]+$/.test(apiToken)) {
      throw new Error(
        `Invalid token at '${TOKEN}': must be one line of ASCII without spaces`,
      );
    }
    return { apiToken, apiBaseUrl };
  });
}
