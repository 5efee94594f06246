import type { LinkState } from '@backstage-handover/plugin-handover-common/scorecards';
import type { AllowedHosts } from './AllowedHosts';
import { HostHeldError, type HostTurns } from './HostTurns';
import { retryAfter } from './retryAfter';

/** What a link came to. */
export type LinkAnswer = {
  state: LinkState;
  /** HTTP status of the answer that decided. */
  status?: number;
  /** Why the state is unknown. */
  reason?: string;
  /** When the host wants to be asked again. */
  retryAt?: Date;
};

type Response = { status: number; location: string | null; retryAt?: Date };

const MAX_REDIRECTS = 5;

/** Requests that the check of one link makes at most. */
export const MAX_REQUESTS = 2 * (MAX_REDIRECTS + 1);

const USER_AGENT = 'Backstage-Handover-Link-Check/1.0';

const DEAD = [404, 410];

/** The host is too busy, and should not be asked more. */
const BUSY = [429, 503];

type Options = { hosts: AllowedHosts; turns: HostTurns; timeoutMs: number };

/** Asks hosts whether links work, without credentials. */
export class LinkProber {
  readonly #options: Options;

  static create(options: Options): LinkProber {
    return new LinkProber(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Many servers do not know HEAD, so that only a GET decides against a link.
   *
   * @throws HostHeldError if the host is not asked now.
   */
  async probe(
    address: string,
    options: { signal: AbortSignal },
  ): Promise<LinkAnswer> {
    const answer = await this.#ask('HEAD', address, options);
    return answer.state === 'alive' ||
      answer.status === undefined ||
      BUSY.includes(answer.status)
      ? answer
      : this.#ask('GET', address, options);
  }

  async #ask(
    method: string,
    address: string,
    options: { signal: AbortSignal },
  ): Promise<LinkAnswer> {
    const { hosts, turns } = this.#options;
    let url = new URL(address);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      if (!hosts.allows(url)) {
        return unknown(`'${url.host}' is not in handover.links.hosts`);
      }
      const target = url;
      let response: Response;
      try {
        response = await turns.take(
          target.host,
          () => this.#request(method, target, options),
          options,
        );
      } catch (error) {
        if (error instanceof HostHeldError || options.signal.aborted) {
          throw error;
        }
        return unknown(`no answer from '${url.host}' (${codeOf(error)})`);
      }
      const next = redirectOf(response, url);
      if (!next) {
        return toAnswer(response);
      }
      url = next;
    }
    return unknown(`more than ${MAX_REDIRECTS} redirects`);
  }

  async #request(
    method: string,
    url: URL,
    { signal }: { signal: AbortSignal },
  ): Promise<Response> {
    const { timeoutMs, turns } = this.#options;
    const { status, headers, body } = await fetch(url, {
      method,
      // Each target has to be allowed.
      redirect: 'manual',
      headers: { 'User-Agent': USER_AGENT },
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    await body?.cancel();
    if (!BUSY.includes(status)) {
      return { status, location: headers.get('location') };
    }
    const retryAt = retryAfter(headers.get('retry-after'), Date.now());
    turns.hold(url.host, retryAt);
    return { status, location: null, retryAt };
  }
}

function unknown(reason: string): LinkAnswer {
  return { state: 'unknown', reason };
}

function redirectOf(
  { status, location }: Response,
  from: URL,
): URL | undefined {
  return location &&
    status >= 300 &&
    status < 400 &&
    URL.canParse(location, from)
    ? new URL(location, from)
    : undefined;
}

function toAnswer({ status, retryAt }: Response): LinkAnswer {
  if (status >= 200 && status < 300) {
    return { state: 'alive', status };
  }
  return DEAD.includes(status)
    ? { state: 'dead', status }
    : { state: 'unknown', status, reason: `the answer is ${status}`, retryAt };
}

/** What kind of failure it was: messages can hold anything. */
function codeOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  return name === 'TimeoutError' ? 'timeout' : cause?.code ?? 'failed';
}
