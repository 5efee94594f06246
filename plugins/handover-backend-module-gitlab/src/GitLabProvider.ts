import {
  type PipelineData,
  type PipelineFetchOptions,
  type PipelineProvider,
} from '@backstage-handover/plugin-handover-node';
import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import {
  DefaultGitlabCredentialsProvider,
  type GitlabCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { GitLabClient } from './GitLabClient';
import { readPages, RequestBudget } from './readPages';
import { hasProject, readTarget, type Target } from './readTarget';
import type { Pipeline } from './schemas';
import { isOver, toStatus } from './statuses';
import { toDeployment } from './toDeployment';
import { type RunDetails, toDetails } from './toDetails';
import { toRun } from './toRun';

/** In one fetch, for an entity that was not read before. */
const MAX_REQUESTS = 12;

/** Number of latest runs whose jobs are read. */
const DETAILED_RUNS = 8;

/** Requests for jobs that are under way at the same time. */
const CONCURRENCY = 4;

/** Of 100 jobs. A pipeline that has more shows no stages. */
const MAX_JOB_PAGES = 3;

/** Runs whose jobs are remembered, of all entities. */
const REMEMBERED_RUNS = 2_000;

/**
 * Reads the pipelines and deployments of GitLab projects, with the integrations
 * that Backstage has.
 */
export class GitLabProvider implements PipelineProvider {
  readonly id = 'gitlab';
  readonly title = 'GitLab';

  readonly #integrations: ScmIntegrations;
  readonly #credentials: GitlabCredentialsProvider;
  /** Of runs that are over: their jobs do not change. */
  readonly #details = new LRUCache<string, RunDetails>({
    max: REMEMBERED_RUNS,
  });

  static fromConfig(config: Config): GitLabProvider {
    return new GitLabProvider(ScmIntegrations.fromConfig(config));
  }

  private constructor(integrations: ScmIntegrations) {
    this.#integrations = integrations;
    this.#credentials =
      DefaultGitlabCredentialsProvider.fromIntegrations(integrations);
  }

  appliesTo(entity: Entity): boolean {
    return hasProject(entity);
  }

  async fetch(options: PipelineFetchOptions): Promise<PipelineData> {
    const target = readTarget(options.entity, this.#integrations);
    // A token is of one host.
    return options.rateLimits.ask(target.integration.config.host, () =>
      this.#fetch(target, options),
    );
  }

  async #fetch(
    target: Target,
    { since, limit, signal }: PipelineFetchOptions,
  ): Promise<PipelineData> {
    // Ends what else is under way when one request fails.
    const ended = new AbortController();
    const client = await this.#connect(
      target,
      AbortSignal.any([signal, ended.signal]),
    );
    const budget = RequestBudget.of(MAX_REQUESTS);
    const pages = Math.ceil(limit / 100);
    try {
      const [pipelines, deployments] = await Promise.all([
        readPages({
          read: page => client.listPipelines({ ...page, since }),
          pick: pipeline => pipeline,
          limit,
          maxPages: pages,
          budget,
        }),
        readPages({
          read: page => client.listDeployments({ ...page, since }),
          pick: toDeployment,
          limit,
          // Some have not started.
          maxPages: pages + 1,
          budget,
        }),
      ]);
      const latest = pipelines.items.slice(0, limit);
      const details = await this.#readDetails(client, target, latest, budget);
      return {
        runs: latest.map(pipeline =>
          toRun(pipeline, {
            project: target.project,
            details: details.get(pipeline.id),
          }),
        ),
        deployments: deployments.items
          .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
          .slice(0, limit),
      };
    } finally {
      ended.abort();
    }
  }

  async #connect(target: Target, signal: AbortSignal): Promise<GitLabClient> {
    const { config } = target.integration;
    const { headers = {} } = await this.#credentials.getCredentials({
      url: `https://${config.host}`,
    });
    return GitLabClient.create({
      title: this.title,
      config,
      headers,
      project: target.project,
      signal,
    });
  }

  /** By the ids of pipelines, those of which it is known. */
  async #readDetails(
    client: GitLabClient,
    target: Target,
    pipelines: readonly Pipeline[],
    budget: RequestBudget,
  ): Promise<Map<number, RunDetails>> {
    const details = new Map<number, RunDetails>();
    const unknown: Pipeline[] = [];
    pipelines.forEach((pipeline, index) => {
      const known = this.#details.get(keyOf(target, pipeline));
      if (known) {
        details.set(pipeline.id, known);
      } else if (index < DETAILED_RUNS) {
        unknown.push(pipeline);
      }
    });

    const read = async (pipeline: Pipeline) => {
      const found = await readDetails(client, pipeline, budget);
      if (found) {
        details.set(pipeline.id, found);
        if (isOver(toStatus(pipeline.status))) {
          this.#details.set(keyOf(target, pipeline), found);
        }
      }
    };
    const inParallel = pLimit(CONCURRENCY);
    await Promise.all(
      unknown.map(pipeline => inParallel(() => read(pipeline))),
    );
    return details;
  }
}

/** Returns nothing if no jobs are visible or no requests are left. */
async function readDetails(
  client: GitLabClient,
  pipeline: Pipeline,
  budget: RequestBudget,
): Promise<RunDetails | undefined> {
  const most = MAX_JOB_PAGES * 100;
  const { items, isComplete } = await readPages({
    read: page => client.listJobs({ ...page, pipelineId: pipeline.id }),
    pick: job => job,
    limit: most,
    maxPages: MAX_JOB_PAGES,
    budget,
  });
  if (isComplete) {
    return items.length > 0 ? toDetails(items) : undefined;
  }
  // Some of the jobs do not tell how a stage stands, nor who was first.
  return items.length >= most
    ? { stages: [], isTag: items.some(({ tag }) => tag) }
    : undefined;
}

/** A pipeline that is run again is updated. */
function keyOf({ integration, project }: Target, pipeline: Pipeline): string {
  const { id, updated_at } = pipeline;
  return [integration.config.host, project, id, updated_at].join(' ');
}
