import {
  parseAnswer,
  parseJson,
  toUpstreamError,
} from '@backstage-handover/plugin-handover-node';
import Jenkins from 'jenkins';
import type { z } from 'zod';
import type { JenkinsInstance } from './config';
import { type Answer, boundRequest, toAnswer } from './boundRequest';
import { description, type Job, job, type Stage } from './schemas';

/**
 * One Jenkins, through the `jenkins` package: with an end to how much is read, a
 * signal, and errors for people.
 */
export class JenkinsClient {
  readonly #client: Jenkins;
  readonly #title: string;
  readonly #signal: AbortSignal;

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
    const { username, apiKey = '' } = instance;
    this.#title = options.title;
    this.#signal = options.signal;
    this.#client = new Jenkins({
      baseUrl: instance.baseUrl,
      headers: {
        accept: 'application/json',
        ...(username !== undefined && {
          authorization: `Basic ${Buffer.from(`${username}:${apiKey}`).toString(
            'base64',
          )}`,
        }),
      },
    });
    this.#client._ext('onRequest', (request, next) => {
      boundRequest(request, options.signal);
      next();
    });
    this.#client._ext('onResponse', (request, next) =>
      next(false, toAnswer(request)),
    );
  }

  /**
   * A job, folder or multibranch project.
   *
   * @param tree - which parts of it, as Jenkins' `tree` parameter has it
   */
  async getJob(fullName: string, tree: string): Promise<Job> {
    const subject = `the job '${fullName}'`;
    const answer = await this.#ask(() =>
      this.#client.job.get(fullName, { tree }),
    );
    return this.#read(job, subject, answer);
  }

  /** The stages of a build. None where Jenkins lacks the plugin that tells them. */
  async getStages(fullName: string, number: number): Promise<Stage[]> {
    const path = fullName
      .split('/')
      .map(part => `/job/${encodeURIComponent(part)}`)
      .join('');
    const answer = await this.#ask(() =>
      this.#client._get({ path: `${path}/${number}/wfapi/describe` }),
    );
    return answer.status === 404
      ? []
      : this.#read(description, `the stages of '${fullName}'`, answer).stages;
  }

  async #ask(request: () => Promise<unknown>): Promise<Answer> {
    this.#signal.throwIfAborted();
    // What `toAnswer` made: it ends every request.
    const answer = (await request()) as ReturnType<typeof toAnswer>;
    this.#signal.throwIfAborted();
    if ('failure' in answer) {
      throw new Error(`${this.#title} ${answer.failure}`);
    }
    return answer;
  }

  #read<T>(schema: z.ZodType<T>, subject: string, answer: Answer): T {
    const { status, headers, text } = answer;
    const title = this.#title;
    if (status >= 300 && status < 400) {
      throw new Error(
        `${title} redirects to another host, which Handover does not follow: check its URL and credentials`,
      );
    }
    if (status !== 200) {
      throw toUpstreamError({ title, status, headers, subject });
    }
    return parseAnswer(title, schema, parseJson(title, text));
  }
}
