import {
  createBoundedFetch,
  parseAnswer,
  parseJson,
  toUpstreamError,
} from '@backstage-handover/plugin-handover-node';
import type { z } from 'zod';
import type { JenkinsInstance } from './config';
import { toJobPath } from './jobNames';
import { description, type Job, job, type Stage } from './schemas';

/** Reads from one Jenkins. */
export class JenkinsClient {
  readonly #instance: JenkinsInstance;
  readonly #title: string;
  readonly #signal: AbortSignal;
  readonly #fetch: typeof fetch;

  static create(
    instance: JenkinsInstance,
    options: { title: string; signal: AbortSignal },
  ): JenkinsClient {
    return new JenkinsClient(instance, options);
  }

  private constructor(
    instance: JenkinsInstance,
    options: { title: string; signal: AbortSignal },
  ) {
    this.#instance = instance;
    this.#title = options.title;
    this.#signal = options.signal;
    this.#fetch = createBoundedFetch({ title: options.title });
  }

  /**
   * A job, folder or multibranch project.
   *
   * @param tree - The parts of it to read, as in Jenkins' `tree` parameter.
   */
  async getJob(fullName: string, tree: string): Promise<Job> {
    const query = new URLSearchParams({ tree });
    const response = await this.#get(
      `${toJobPath(fullName)}/api/json?${query}`,
    );
    return this.#read(job, `the job '${fullName}'`, response);
  }

  /** The stages of a build. None if Jenkins lacks the plugin that reports them. */
  async getStages(fullName: string, number: number): Promise<Stage[]> {
    const response = await this.#get(
      `${toJobPath(fullName)}/${number}/wfapi/describe`,
    );
    if (response.status === 404) {
      await response.body?.cancel();
      return [];
    }
    const { stages } = await this.#read(
      description,
      `the stages of '${fullName}'`,
      response,
    );
    return stages;
  }

  async #get(path: string): Promise<Response> {
    const { baseUrl, username, apiKey = '' } = this.#instance;
    return this.#fetch(`${baseUrl}${path}`, {
      signal: this.#signal,
      headers: {
        accept: 'application/json',
        ...(username !== undefined && {
          authorization: `Basic ${Buffer.from(`${username}:${apiKey}`).toString(
            'base64',
          )}`,
        }),
      },
    });
  }

  async #read<T>(
    schema: z.ZodType<T>,
    subject: string,
    response: Response,
  ): Promise<T> {
    const title = this.#title;
    if (response.status !== 200) {
      await response.body?.cancel();
      throw toUpstreamError({
        title,
        status: response.status,
        headers: Object.fromEntries(response.headers),
        subject,
      });
    }
    return parseAnswer(title, schema, parseJson(title, await response.text()));
  }
}
