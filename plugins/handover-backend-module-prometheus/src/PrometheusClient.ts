import {
  createBoundedFetch,
  parseAnswer,
  parseJson,
  RejectedQueryError,
  toUpstreamError,
} from '@backstage-handover/plugin-handover-node';
import type { PrometheusInstance } from './config';
import { failedAnswer, type RangeAnswer, rangeAnswer } from './schemas';
import { withoutCredentials } from './withoutCredentials';

/** A query with one result is a few KiB long. */
const MAX_BYTES = 2 * 1024 * 1024;

/** Of what Prometheus says about a query. */
const MAX_REASON = 300;

/** About the query: it has a mistake, or it cannot be evaluated. */
const REFUSED = [400, 422];

/** Asks one Prometheus. */
export class PrometheusClient {
  readonly #instance: PrometheusInstance;
  readonly #title: string;
  readonly #fetch: typeof fetch;

  static create(
    instance: PrometheusInstance,
    options: { title: string },
  ): PrometheusClient {
    return new PrometheusClient(instance, options.title);
  }

  private constructor(instance: PrometheusInstance, title: string) {
    this.#instance = instance;
    this.#title = title;
    this.#fetch = createBoundedFetch({ title, maxBytes: MAX_BYTES });
  }

  /** Evaluates a query at every step of a range. */
  async queryRange(
    {
      query,
      from,
      to,
      stepMs,
    }: {
      query: string;
      from: Date;
      to: Date;
      stepMs: number;
    },
    signal: AbortSignal,
  ): Promise<RangeAnswer> {
    const parameters = new URLSearchParams({
      query,
      start: toSeconds(from.getTime()),
      end: toSeconds(to.getTime()),
      step: toSeconds(stepMs),
      // VictoriaMetrics moves the range to times that it has cached.
      nocache: '1',
      // Thanos and VictoriaMetrics answer without what fails, unless told not to.
      partial_response: 'false',
      deny_partial_response: '1',
    });
    const response = await this.#fetch(
      `${this.#instance.url}/api/v1/query_range?${parameters}`,
      {
        signal,
        headers: { accept: 'application/json', ...this.#instance.headers },
      },
    );
    if (!response.ok) {
      throw await this.#toError(response);
    }
    return parseAnswer(
      this.#title,
      rangeAnswer,
      parseJson(this.#title, await response.text()),
    );
  }

  async #toError(response: Response): Promise<Error> {
    const reason = await toReason(response);
    if (reason !== undefined) {
      const shown = withoutCredentials(reason, this.#instance.headers);
      return new RejectedQueryError(
        `${this.#title} rejected the query: ${shown.slice(0, MAX_REASON)}`,
      );
    }
    return toUpstreamError({
      title: this.#title,
      status: response.status,
      headers: Object.fromEntries(response.headers),
      subject: 'the results of a query',
    });
  }
}

/** What Prometheus says about a query. Undefined if it says nothing, or isn't Prometheus. */
async function toReason(response: Response): Promise<string | undefined> {
  if (!REFUSED.includes(response.status)) {
    await response.body?.cancel();
    return undefined;
  }
  const text = await response.text();
  try {
    return failedAnswer.safeParse(JSON.parse(text)).data?.error;
  } catch {
    return undefined;
  }
}

function toSeconds(ms: number): string {
  return String(ms / 1_000);
}
