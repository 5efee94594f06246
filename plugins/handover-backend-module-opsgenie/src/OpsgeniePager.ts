import {
  createBoundedFetch,
  type OnCallPageOptions,
  PageNotSentError,
  pageDetails,
  pageTitle,
  parseAnswer,
  parseJson,
  postPage,
  toUpstreamError,
} from '@backstage-handover/plugin-handover-node';
import { setTimeout } from 'node:timers/promises';
import { withRetryAfter } from './rateLimit';
import type { Responder } from './responder';
import { acceptedAnswer, requestStatusAnswer } from './schemas';

const TITLE = 'Opsgenie';

/** That Opsgenie allows. The whole message is in the description. */
const MAX_TITLE = 130;

const PRIORITIES = { high: 'P1', low: 'P3' } as const;

/** How often, and how far apart, Opsgenie is asked whether it created the alert. */
const MAX_CHECKS = 8;
const CHECK_EVERY_MS = 500;

/** What it answers until it knows of the request. */
const NOT_YET = 404;

type Config = { apiKey: string; apiBaseUrl: string };

/** Creates alerts with Opsgenie's Alert API. */
export class OpsgeniePager {
  readonly #config: Config;
  readonly #fetch: typeof fetch;

  static create(config: Config): OpsgeniePager {
    return new OpsgeniePager(config);
  }

  private constructor(config: Config) {
    this.#config = config;
    this.#fetch = createBoundedFetch({ title: TITLE });
  }

  /**
   * Creates an alert for this responder alone.
   *
   * @returns the id of the alert
   */
  async page(responder: Responder, page: OnCallPageOptions): Promise<string> {
    const answer = await postPage(`${this.#config.apiBaseUrl}/v2/alerts`, {
      title: TITLE,
      signal: page.signal,
      headers: this.#headers(),
      body: {
        message: pageTitle(page, { maxLength: MAX_TITLE }),
        alias: page.idempotencyKey,
        description: pageDetails(page),
        responders: [responder],
        priority: PRIORITIES[page.urgency],
        source: 'Backstage',
      },
    });
    const { requestId } = parseAnswer(
      TITLE,
      acceptedAnswer,
      parseJson(TITLE, answer),
    );
    return this.#confirm(requestId, page.signal);
  }

  /** Opsgenie creates alerts after it has answered. */
  async #confirm(requestId: string, signal: AbortSignal): Promise<string> {
    for (let check = 1; check <= MAX_CHECKS; check++) {
      const status = await this.#getStatus(requestId, signal);
      if (status && !status.isSuccess) {
        throw new PageNotSentError(
          `${TITLE} accepted the request but created no alert`,
        );
      }
      if (status?.alertId) {
        return status.alertId;
      }
      await setTimeout(CHECK_EVERY_MS, undefined, { signal });
    }
    throw new Error(
      `${TITLE} accepted the request but has not confirmed the alert`,
    );
  }

  /** Undefined if it isn't known yet. */
  async #getStatus(requestId: string, signal: AbortSignal) {
    const response = await this.#fetch(
      `${this.#config.apiBaseUrl}/v2/alerts/requests/${encodeURIComponent(
        requestId,
      )}`,
      { signal, headers: this.#headers() },
    );
    if (!response.ok) {
      await response.body?.cancel();
      if (response.status === NOT_YET) {
        return undefined;
      }
      throw toUpstreamError({
        title: TITLE,
        status: response.status,
        headers: withRetryAfter(Object.fromEntries(response.headers)),
        subject: 'the state of the alert',
      });
    }
    return parseAnswer(
      TITLE,
      requestStatusAnswer,
      parseJson(TITLE, await response.text()),
    ).data;
  }

  #headers() {
    return {
      accept: 'application/json',
      authorization: `GenieKey ${this.#config.apiKey}`,
    };
  }
}
