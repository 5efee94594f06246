import {
  createBoundedFetch,
  parseAnswer,
  parseJson,
  toUpstreamError,
} from '@backstage-handover/plugin-handover-node';
import type { ArgoCdInstance } from './config';
import { NoApplicationError } from './NoApplicationError';
import {
  type Application,
  application,
  applicationList,
  failure,
} from './schemas';
import type { Target } from './target';

/** gRPC's PERMISSION_DENIED and NOT_FOUND. */
const NOT_THERE = new Set([7, 5]);

/** Asks one Argo CD. */
export class ArgoCdClient {
  readonly #instance: ArgoCdInstance;
  readonly #title: string;
  readonly #fetch: typeof fetch;

  static create(
    instance: ArgoCdInstance,
    options: { title: string },
  ): ArgoCdClient {
    return new ArgoCdClient(instance, options.title);
  }

  private constructor(instance: ArgoCdInstance, title: string) {
    this.#instance = instance;
    this.#title = title;
    this.#fetch = createBoundedFetch({ title });
  }

  /**
   * In one request. A list could be limited to some fields, but Argo CD does
   * not know the history as one of them.
   *
   * @throws NoApplicationError if it has none with that name
   */
  async getApplications(
    target: Target,
    signal: AbortSignal,
  ): Promise<Application[]> {
    const scope = {
      ...(target.namespace && { appNamespace: target.namespace }),
      ...(target.project && { project: target.project }),
    };
    if ('name' in target) {
      const answer = await this.#get(
        `applications/${encodeURIComponent(target.name)}`,
        scope,
        { signal, subject: `the application '${target.name}'`, isNamed: true },
      );
      return [parseAnswer(this.#title, application, answer)];
    }
    const answer = await this.#get(
      'applications',
      { selector: target.selector, ...scope },
      { signal, subject: `the applications with '${target.selector}'` },
    );
    return parseAnswer(this.#title, applicationList, answer).items ?? [];
  }

  async #get(
    path: string,
    query: Record<string, string>,
    options: { signal: AbortSignal; subject: string; isNamed?: boolean },
  ): Promise<unknown> {
    const { signal, subject, isNamed } = options;
    const search = String(new URLSearchParams(query));
    const response = await this.#fetch(
      `${this.#instance.url}/api/v1/${path}${search && `?${search}`}`,
      {
        signal,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${this.#instance.token}`,
        },
      },
    );
    if (response.ok) {
      return parseJson(this.#title, await response.text());
    }
    const error = toUpstreamError({
      title: this.#title,
      status: response.status,
      headers: Object.fromEntries(response.headers),
      subject,
    });
    if (isNamed && (response.status === 403 || response.status === 404)) {
      if (await saysNotThere(response)) {
        throw new NoApplicationError(
          response.status === 403
            ? // Argo CD does not tell which of both.
              `${error.message}, or there is no such application`
            : error.message,
        );
      }
    } else {
      await response.body?.cancel();
    }
    throw error;
  }
}

/** Whether the response comes from Argo CD itself and not from a proxy. */
async function saysNotThere(response: Response): Promise<boolean> {
  try {
    return NOT_THERE.has(failure.parse(await response.json()).code);
  } catch {
    return false;
  }
}
