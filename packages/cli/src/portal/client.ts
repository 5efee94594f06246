import { HandoverClient } from '@backstage-handover/plugin-handover-common';
import { CommandError } from '../io/CommandError';
import { portalFetch } from './portalFetch';

/** A client of the portal at an address. Throws a CommandError if there is none. */
export function portalClient(portal: string | undefined): HandoverClient {
  if (!portal || !/^https?:\/\//.test(portal) || !URL.canParse(portal)) {
    throw new CommandError('the address of the portal is missing', {
      hint: 'Set --portal or HANDOVER_PORTAL, such as https://portal.example.com.',
    });
  }
  return new HandoverClient({
    discoveryApi: {
      getBaseUrl: async pluginId =>
        `${portal.replace(/\/+$/, '')}/api/${pluginId}`,
    },
    fetchApi: { fetch: portalFetch },
  });
}

/**
 * What each call of the portal is made with.
 *
 * @param signal - cancels the call
 */
export function callOptions(timeoutMs: number, signal?: AbortSignal) {
  const timeout = AbortSignal.timeout(timeoutMs);
  return {
    token: process.env.HANDOVER_TOKEN,
    signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
  };
}
