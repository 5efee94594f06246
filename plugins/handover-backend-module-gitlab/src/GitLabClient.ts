import { parseAnswer } from '@backstage-handover/plugin-handover-node';
import type { GitLabIntegrationConfig } from '@backstage/integration';
import { Deployments, Jobs, Pipelines } from '@gitbeaker/core';
import { z } from 'zod/v4';
import { createRequester } from './createRequester';
import { deployment, job, pipeline } from './schemas';

/** One page of a list. */
export type Page<T> = { items: T[]; hasNext: boolean };

/** Which page. The numbers begin at 1, GitLab allows 100 a page. */
export type PageRequest = { page: number; perPage: number };

/** What Gitbeaker makes of one page. */
type Answer = { data: unknown; paginationInfo?: { next: number | null } };

/** One project of one GitLab, through Gitbeaker. */
export class GitLabClient {
  readonly #title: string;
  readonly #project: string;
  readonly #pipelines: Pipelines;
  readonly #jobs: Jobs;
  readonly #deployments: Deployments;

  static create(options: {
    /** For people. */
    title: string;
    config: GitLabIntegrationConfig;
    /** With the credentials. */
    headers: Record<string, string>;
    project: string;
    signal: AbortSignal;
  }): GitLabClient {
    return new GitLabClient(options);
  }

  private constructor(options: Parameters<typeof GitLabClient.create>[0]) {
    const { title, config, headers, project, signal } = options;
    this.#title = title;
    this.#project = project;
    const resource = {
      host: config.baseUrl,
      // Requests end with the signal.
      queryTimeout: null,
      // GitLab tells of its limits itself.
      rateLimits: {},
      requesterFn: createRequester({
        title,
        apiBaseUrl: config.apiBaseUrl,
        headers,
        subject: `the project '${project}' on ${config.host}`,
        signal,
      }),
    };
    this.#pipelines = new Pipelines(resource);
    this.#jobs = new Jobs(resource);
    this.#deployments = new Deployments(resource);
  }

  /** The latest first, of those that something happened to since then. */
  async listPipelines(request: PageRequest & { since: Date }) {
    const { since, ...page } = request;
    const answer = await this.#pipelines.all(this.#project, {
      ...page,
      updatedAfter: since.toISOString(),
      orderBy: 'id',
      sort: 'desc',
      showExpanded: true,
    });
    return this.#read(pipeline, answer);
  }

  /**
   * Those that something happened to last first, since then. GitLab wants the
   * order to be that of the filter.
   */
  async listDeployments(request: PageRequest & { since: Date }) {
    const { since, ...page } = request;
    const answer = await this.#deployments.all(this.#project, {
      ...page,
      updatedAfter: since.toISOString(),
      orderBy: 'updated_at',
      sort: 'desc',
      showExpanded: true,
    });
    return this.#read(deployment, answer);
  }

  /** The jobs of a pipeline, the latest first, with those that were retried. */
  async listJobs(request: PageRequest & { pipelineId: number }) {
    const answer = await this.#jobs.all(this.#project, {
      ...request,
      includeRetried: true,
      showExpanded: true,
    });
    return this.#read(job, answer);
  }

  #read<T>(schema: z.ZodType<T>, { data, paginationInfo }: Answer): Page<T> {
    return {
      items: parseAnswer(this.#title, z.array(schema), data),
      hasNext: Boolean(paginationInfo?.next),
    };
  }
}
