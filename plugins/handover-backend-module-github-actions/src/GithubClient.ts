import {
  parseAnswer,
  parseJson,
} from '@backstage-handover/plugin-handover-node';
import { Octokit } from '@octokit/rest';
import type { z } from 'zod';
import { createTextFetch } from './createTextFetch';
import type { Repository } from './findRepository';
import type { Page } from './readPages';
import {
  deployments,
  deploymentStatuses,
  type GithubDeployment,
  type GithubDeploymentStatus,
  type GithubJob,
  type GithubRun,
  jobs,
  workflowRuns,
} from './schemas';
import { toGithubError } from './toGithubError';

type PageRequest = { page: number; per_page: number };

/** By default, Octokit writes to the console. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** So many of the latest statuses tell what a deployment was before `inactive`. */
const STATUSES = 10;

/** What GitHub tells of one repository, through Octokit, with errors for people. */
export class GithubClient {
  readonly #octokit: Octokit;
  readonly #repository: Repository;
  readonly #title: string;
  readonly #signal: AbortSignal;

  static create(options: {
    title: string;
    repository: Repository;
    /** Public repositories can be read without one, seldom. */
    token?: string;
    signal: AbortSignal;
  }): GithubClient {
    return new GithubClient(options);
  }

  private constructor(options: Parameters<typeof GithubClient.create>[0]) {
    const { title, repository, token, signal } = options;
    this.#title = title;
    this.#repository = repository;
    this.#signal = signal;
    this.#octokit = new Octokit({
      baseUrl: repository.apiBaseUrl,
      userAgent: 'backstage-handover',
      ...(token && { auth: token }),
      log: SILENT,
      request: { fetch: createTextFetch(title), signal, log: SILENT },
    });
  }

  /** Of every workflow, the one that was created last first. */
  async listRuns(
    request: PageRequest & { since: Date },
  ): Promise<Page<GithubRun>> {
    const { since, ...page } = request;
    const { value, hasNext } = await this.#get(workflowRuns, {
      subject: `the runs of '${this.#slug}'`,
      path: 'actions/runs',
      parameters: {
        ...page,
        created: `>=${since.toISOString().slice(0, 19)}Z`,
        exclude_pull_requests: true,
      },
    });
    return { items: value.workflow_runs, hasNext };
  }

  /** Of the latest attempt. A matrix of more than a hundred jobs is cut. */
  async listJobs(runId: number): Promise<GithubJob[]> {
    const { value } = await this.#get(jobs, {
      subject: `the jobs of a run of '${this.#slug}'`,
      path: `actions/runs/${runId}/jobs`,
      parameters: { per_page: 100 },
    });
    return value.jobs;
  }

  /** The latest first. */
  async listDeployments(page: PageRequest): Promise<Page<GithubDeployment>> {
    const { value, hasNext } = await this.#get(deployments, {
      subject: `the deployments of '${this.#slug}'`,
      path: 'deployments',
      parameters: page,
    });
    return { items: value, hasNext };
  }

  /** The latest first. */
  async listStatuses(deploymentId: number): Promise<GithubDeploymentStatus[]> {
    const { value } = await this.#get(deploymentStatuses, {
      subject: `the statuses of a deployment of '${this.#slug}'`,
      path: `deployments/${deploymentId}/statuses`,
      parameters: { per_page: STATUSES },
    });
    return value;
  }

  get #slug(): string {
    return `${this.#repository.owner}/${this.#repository.name}`;
  }

  async #get<T>(
    schema: z.ZodType<T>,
    request: {
      /** For people. */
      subject: string;
      path: string;
      parameters: Record<string, string | number | boolean>;
    },
  ): Promise<{ value: T; hasNext: boolean }> {
    this.#signal.throwIfAborted();
    const response = await this.#octokit
      .request(`GET /repos/{owner}/{repo}/${request.path}`, {
        owner: this.#repository.owner,
        repo: this.#repository.name,
        ...request.parameters,
      })
      .catch((error: unknown) => {
        this.#signal.throwIfAborted();
        throw toGithubError(error, {
          title: this.#title,
          subject: request.subject,
        });
      });
    // It is text, or missing where there was no body.
    const text = String(response.data ?? '');
    return {
      value: parseAnswer(this.#title, schema, parseJson(this.#title, text)),
      hasNext: /\brel="next"/.test(response.headers.link ?? ''),
    };
  }
}
