import { HandoverClient } from '@backstage-handover/plugin-handover-common';
import { CommandError } from '../io/CommandError';
import { portalFetch } from './portalFetch';

/** A client of the portal at an address. Throws a CommandError if there is none. */
export function portalClient(portal: string | undefined): HandoverClient {
  if (!portal || !/^https?:\/\//.test(portal) || !URL.canParse(portal)) {
    throw new CommandError('the address of the portal is missing or invalid', {
      hint: 'Set --portal or HANDOVER_PORTAL, such as https://portal.example.com.',
    });
  }
  const { username, password } = new URL(portal);
  if (username || password) {
    throw new CommandError('the address of the portal contains credentials', {
      hint: 'Set HANDOVER_TOKEN instead.',
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
 * The token for the portal, if there is one. Throws a CommandError for one that
 * cannot be sent: the error of `fetch` would show it.
 */
export function portalToken(): string | undefined {
  const token = process.env.HANDOVER_TOKEN?.trim();
  if (token && !/^[\x21-\x7e]+$/.test(token)) {
    throw new CommandError(
      'HANDOVER_TOKEN contains characters that no token has',
      { hint: 'Check for line breaks, blanks and quotes.' },
    );
  }
  return token;
}

/**
 * What each call of the portal is made with.
 *
 * @param signal - cancels the call
 */
export function callOptions(timeoutMs: number, signal?: AbortSignal) {
  const timeout = AbortSignal.timeout(timeoutMs);
  return {
    token: portalToken(),
    signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
  };
}
