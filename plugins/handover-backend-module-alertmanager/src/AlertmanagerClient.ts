import {
  createBoundedFetch,
  parseAnswer,
  parseJson,
  toUpstreamError,
} from '@backstage-handover/plugin-handover-node';
import type { AlertmanagerInstance } from './config';
import {
  type AlertmanagerAlert,
  alerts,
  type AlertmanagerSilence,
  silence,
} from './schemas';

/** Asks one Alertmanager. */
export class AlertmanagerClient {
  readonly #instance: AlertmanagerInstance;
  readonly #title: string;
  readonly #fetch: typeof fetch;

  static create(
    instance: AlertmanagerInstance,
    options: { title: string },
  ): AlertmanagerClient {
    return new AlertmanagerClient(instance, options.title);
  }

  private constructor(instance: AlertmanagerInstance, title: string) {
    this.#instance = instance;
    this.#title = title;
    this.#fetch = createBoundedFetch({ title });
  }

  /** The alerts that fire and match all matchers, silenced and inhibited ones included. */
  async listAlerts(
    matchers: readonly string[],
    signal: AbortSignal,
  ): Promise<AlertmanagerAlert[]> {
    const query = new URLSearchParams([
      ...['active', 'silenced', 'inhibited', 'unprocessed'].map(state => [
        state,
        'true',
      ]),
      ...matchers.map(matcher => ['filter', matcher]),
    ]);
    const answer = await this.#get(`alerts?${query}`, 'alerts', signal);
    return parseAnswer(this.#title, alerts, answer);
  }

  async getSilence(
    id: string,
    signal: AbortSignal,
  ): Promise<AlertmanagerSilence> {
    const answer = await this.#get(
      `silence/${encodeURIComponent(id)}`,
      'a silence',
      signal,
    );
    return parseAnswer(this.#title, silence, answer);
  }

  async #get(
    path: string,
    subject: string,
    signal: AbortSignal,
  ): Promise<unknown> {
    const response = await this.#fetch(`${this.#instance.url}/api/v2/${path}`, {
      signal,
      headers: { accept: 'application/json', ...this.#instance.headers },
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw toUpstreamError({
        title: this.#title,
        status: response.status,
        headers: Object.fromEntries(response.headers),
        subject,
      });
    }
    return parseJson(this.#title, await response.text());
  }
}
