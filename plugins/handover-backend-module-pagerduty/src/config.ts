import {
  readBaseUrl,
  readToken,
  withConfigFile,
} from '@backstage-handover/plugin-handover-node';
import type { Config } from '@backstage/config';

/** What pages are sent with. */
export type PagingConfig = {
  /** A key that may create incidents. */
  apiToken: string;
  /** The e-mail address of the PagerDuty user in whose name pages are sent. */
  from: string;
};

export type PagerDutyConfig = {
  apiToken: string;
  /** Without a slash at the end. */
  apiBaseUrl: string;
  /** Whether open incidents are shown as alerts. */
  readsIncidents: boolean;
  /** Undefined if nobody can be paged. */
  paging?: PagingConfig;
};

const TOKEN = 'handover.pagerDuty.apiToken';
const URL_KEY = 'handover.pagerDuty.apiBaseUrl';
const ALERTS = 'handover.pagerDuty.alerts.enabled';
const PAGING = 'handover.pagerDuty.paging';

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
    const paging = readPaging(config);
    if (!config.has(TOKEN)) {
      return undefined;
    }
    return {
      apiToken: readToken(config, TOKEN),
      apiBaseUrl,
      readsIncidents: config.getOptionalBoolean(ALERTS) ?? true,
      paging,
    };
  });
}

function readPaging(config: Config): PagingConfig | undefined {
  if (!config.getOptionalBoolean(`${PAGING}.enabled`)) {
    return undefined;
  }
  const from = config.getString(`${PAGING}.from`).trim();
  if (!/^[\x21-\x7e]+@[\x21-\x7e]+$/.test(from)) {
    throw new Error(
      `Invalid value at '${PAGING}.from': must be the e-mail address of a PagerDuty user`,
    );
  }
  return { apiToken: readToken(config, `${PAGING}.apiToken`), from };
}
