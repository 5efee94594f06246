import {
  BackendCalls,
  boundResponse,
  parseAnswer,
  parseJson,
} from '@backstage-handover/plugin-handover-node';
import type {
  ClusterAnswers,
  ClusterName,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { z } from 'zod';

const TITLE = 'The Kubernetes plugin';

/** Of one response: a service with hundreds of pods has less. */
const MAX_BYTES = 20 * 1024 * 1024;

/** How long the list of clusters is used, which is the same for all entities. */
const CLUSTERS_MS = 60_000;

const CLUSTERS = z.object({
  items: z
    .array(z.object({ name: z.string(), title: z.string().optional() }))
    .max(1_000),
});

const ANSWERS: z.ZodType<ClusterAnswers> = z.object({
  items: z.array(
    z.object({
      cluster: z.object({ name: z.string() }),
      resources: z.array(
        z.object({
          type: z.string(),
          resources: z.array(z.record(z.string(), z.unknown())),
        }),
      ),
      errors: z.array(
        z.object({
          errorType: z.string(),
          message: z.string().optional(),
          statusCode: z.number().optional(),
          resourcePath: z.string().optional(),
        }),
      ),
    }),
  ),
});

type Options = {
  auth: AuthService;
  discovery: DiscoveryService;
  /** How long one request may take. */
  timeoutMs: number;
};

/** The backend of Backstage's Kubernetes plugin, which it asks as this plugin. */
export class KubernetesClient {
  readonly #options: Options;
  readonly #calls: BackendCalls;
  #clusters?: { items: ClusterName[]; readAt: number };

  static create(options: Options): KubernetesClient {
    return new KubernetesClient(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#calls = BackendCalls.create({
      title: TITLE,
      timeoutMs: options.timeoutMs,
    });
  }

  /** @throws Error that says why, without addresses or anything of the response */
  async listClusters(options: { signal: AbortSignal }): Promise<ClusterName[]> {
    const now = performance.now();
    if (!this.#clusters || now - this.#clusters.readAt > CLUSTERS_MS) {
      const answer = await this.#request('/clusters', options);
      const { items } = parseAnswer(TITLE, CLUSTERS, answer);
      this.#clusters = { items, readAt: now };
    }
    return this.#clusters.items;
  }

  /** @throws Error as `listClusters` does */
  async listObjects(
    entityRef: string,
    options: { signal: AbortSignal },
  ): Promise<ClusterAnswers> {
    const answer = await this.#request('/resources/workloads/query', {
      ...options,
      // Credentials of people, which clusters can ask for, are not there.
      body: { entityRef, auth: {} },
    });
    return parseAnswer(TITLE, ANSWERS, answer);
  }

  async #request(
    path: string,
    options: { body?: object; signal: AbortSignal },
  ): Promise<unknown> {
    // The call gives up on a request at the limit, and this ends it.
    const ended = new AbortController();
    const signal = AbortSignal.any([options.signal, ended.signal]);
    try {
      const text = await this.#calls.run(() =>
        this.#send(path, { body: options.body, signal }),
      );
      return parseJson(TITLE, text);
    } finally {
      ended.abort();
    }
  }

  async #send(
    path: string,
    { body, signal }: { body?: object; signal: AbortSignal },
  ): Promise<string> {
    const { auth, discovery } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'kubernetes',
    });
    const url = `${await discovery.getBaseUrl('kubernetes')}${path}`;
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
      redirect: 'error',
      signal,
    }).catch(error => {
      signal.throwIfAborted();
      throw new Error(`${TITLE} cannot be reached`, { cause: error });
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`${TITLE} responded with status ${response.status}`);
    }
    return boundResponse(TITLE, response, MAX_BYTES).text();
  }
}
