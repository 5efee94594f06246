import type {
  Deployment,
  Run,
  RunStage,
} from '@backstage-handover/plugin-handover-common';
import {
  type PipelineData,
  type PipelineFetchOptions,
  type PipelineProvider,
  RateLimitedError,
} from '@backstage-handover/plugin-handover-node';
import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { toError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  type GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { ANNOTATION, findRepository, type Repository } from './findRepository';
import { GithubClient } from './GithubClient';
import { readPages } from './readPages';
import type { GithubDeployment, GithubRun } from './schemas';
import {
  type DeploymentState,
  environmentOf,
  toDeployment,
  toState,
} from './toDeployment';
import { toGithubError } from './toGithubError';
import { isOver, startOf, toRun, toStage } from './toRun';

/** Of the latest runs: a request each. */
const RUNS_WITH_STAGES = 8;

/** A request each: the rest comes with later fetches. */
const STATUSES_PER_FETCH = 20;

/** Of these, for deployments that were asked before. */
const STATUSES_AGAIN = 10;

/**
 * Many deployments never end. After this time, they are only read again if they
 * change.
 */
const GOING_ON_MS = 24 * 60 * 60 * 1000;

/** Of the runs, and of the deployments. */
const REQUESTS_AT_ONCE = 4;

type Known = DeploymentState & { updatedAt: string };

type Task = {
  client: GithubClient;
  repository: Repository;
  options: PipelineFetchOptions;
};

/** Reads the workflow runs of an entity's repository, their jobs, and its deployments. */
export class GithubActionsProvider implements PipelineProvider {
  readonly id = 'github-actions';
  readonly title = 'GitHub Actions';
  readonly #integrations: ScmIntegrations;
  readonly #credentials: GithubCredentialsProvider;
  /** Of runs that are over, by run and attempt: they do not change. */
  readonly #stages = new LRUCache<string, RunStage[]>({ max: 1_000 });
  /** By deployment. */
  readonly #states = new LRUCache<string, Known>({ max: 10_000 });

  /** @throws Error where `integrations.github` is wrong. */
  static fromConfig(config: Config): GithubActionsProvider {
    return new GithubActionsProvider(ScmIntegrations.fromConfig(config));
  }

  private constructor(integrations: ScmIntegrations) {
    this.#integrations = integrations;
    this.#credentials =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  }

  appliesTo(entity: Entity): boolean {
    return Boolean(entity.metadata.annotations?.[ANNOTATION]?.trim());
  }

  async fetch(options: PipelineFetchOptions): Promise<PipelineData> {
    const repository = findRepository(options.entity, {
      title: this.title,
      integrations: this.#integrations,
    });
    // GitHub shuts out clients that go on asking.
    return options.rateLimits.ask(this.#findLimited(repository), () =>
      this.#fetch(repository, options),
    );
  }

  async #fetch(
    repository: Repository,
    options: PipelineFetchOptions,
  ): Promise<PipelineData> {
    // When one request fails the others are not needed any more.
    const failed = new AbortController();
    const signal = AbortSignal.any([options.signal, failed.signal]);
    try {
      const client = GithubClient.create({
        title: this.title,
        repository,
        token: await this.#readToken(repository),
        signal,
      });
      const task = { client, repository, options: { ...options, signal } };
      const [runs, deployments] = await Promise.all([
        this.#readRuns(task),
        this.#readDeployments(task),
      ]);
      return {
        runs: runs.items,
        deployments: deployments.map(deployment => {
          const mergedAt = runs.committedAt.get(deployment.commit ?? '');
          return { ...deployment, ...(mergedAt && { mergedAt }) };
        }),
      };
    } finally {
      failed.abort();
    }
  }

  /**
   * GitHub limits a token wherever it is used, and a GitHub App by installation:
   * each owner has another one. Without credentials it limits Backstage's address.
   */
  #findLimited({ host, owner }: Repository): string {
    const apps = this.#integrations.github.byHost(host)?.config.apps;
    return apps?.length ? `${host}/${owner}` : host;
  }

  async #readToken(repository: Repository): Promise<string | undefined> {
    const { host, owner, name } = repository;
    try {
      const { token } = await this.#credentials.getCredentials({
        url: `https://${host}/${owner}/${name}`,
      });
      return token;
    } catch (error) {
      const isHttp = typeof (error as { status?: unknown }).status === 'number';
      if (isHttp) {
        throw toGithubError(error, {
          title: this.title,
          subject: `a token of the GitHub App for '${owner}'`,
        });
      }
      // Of Backstage, which says what is wrong with the App.
      throw new Error(
        `${this.title} cannot be read: ${toError(error).message.slice(0, 300)}`,
      );
    }
  }

  async #readRuns(task: Task): Promise<{
    items: Run[];
    /** By commit: as GitHub commits what it merges, this is when it did. */
    committedAt: Map<string, string>;
  }> {
    const { client, options } = task;
    const { since, limit } = options;
    const items = await readPages({
      limit,
      read: page => client.listRuns({ ...page, since }),
      isWanted: run => new Date(run.created_at) >= since,
    });
    // An attempt can be later than runs that were created later.
    const latest = items.sort((a, b) => startOf(b).localeCompare(startOf(a)));
    const inParallel = pLimit(REQUESTS_AT_ONCE);
    const stages = await Promise.all(
      latest
        .slice(0, RUNS_WITH_STAGES)
        .map(run => inParallel(() => this.#readStages(task, run))),
    );
    return {
      items: latest.map((run, index) =>
        toRun(
          run,
          stages[index] ?? this.#stages.get(stagesKey(task, run)) ?? [],
        ),
      ),
      committedAt: new Map(
        items.flatMap(({ head_commit }) =>
          head_commit?.timestamp
            ? [[head_commit.id, head_commit.timestamp]]
            : [],
        ),
      ),
    };
  }

  async #readStages(task: Task, run: GithubRun): Promise<RunStage[]> {
    const { client, options } = task;
    const key = stagesKey(task, run);
    const known = this.#stages.get(key);
    if (known) {
      return known;
    }
    try {
      const stages = (await client.listJobs(run.id)).map(toStage);
      if (isOver(run)) {
        this.#stages.set(key, stages);
      }
      return stages;
    } catch (error) {
      options.signal.throwIfAborted();
      if (error instanceof RateLimitedError) {
        throw error;
      }
      // It can be deleted meanwhile; the others are worth being shown.
      options.logger.warn(
        `The stages of run ${run.id} are left out: ${toError(error).message}`,
      );
      return [];
    }
  }

  async #readDeployments(task: Task): Promise<Deployment[]> {
    const { client, repository, options } = task;
    const { since, limit } = options;
    const items = await readPages({
      limit,
      read: page => client.listDeployments(page),
      isWanted: each => new Date(each.created_at) >= since,
    });
    const states = await this.#readStates(task, items);
    // Environments where a later deployment succeeded; the latest come first.
    const taken = new Set<string | undefined>();
    return [...items]
      .sort((a, b) => b.created_at.localeCompare(a.created_at) || b.id - a.id)
      .flatMap(each => {
        const state = states.get(each.id);
        const environment = environmentOf(each);
        const isSuperseded = taken.has(environment);
        if (state?.outcome === 'succeeded') {
          taken.add(environment);
        }
        return (
          (state &&
            toDeployment(each, state, {
              host: repository.host,
              isSuperseded,
            })) ??
          []
        );
      })
      .sort((a, b) => b.at.localeCompare(a.at));
  }

  /** Of those deployments whose statuses were asked, now or before. */
  async #readStates(
    { client, repository }: Task,
    deployments: readonly GithubDeployment[],
  ): Promise<Map<number, Known>> {
    const states = new Map<number, Known>();
    for (const { id } of deployments) {
      const known = this.#states.get(stateKey(repository, id));
      if (known) {
        states.set(id, known);
      }
    }
    const now = Date.now();
    const again = deployments.filter(({ id, created_at, updated_at }) => {
      const known = states.get(id);
      // A status changes the time of its deployment, to the second.
      const isGoingOn =
        known?.isFinal === false && now - Date.parse(created_at) < GOING_ON_MS;
      return known && (isGoingOn || known.updatedAt !== updated_at);
    });
    const unknown = deployments.filter(({ id }) => !states.has(id));
    const read = async (deployment: GithubDeployment) => {
      const { id, updated_at: updatedAt } = deployment;
      const statuses = await client.listStatuses(id);
      const state = { ...toState(deployment, statuses), updatedAt };
      states.set(id, state);
      this.#states.set(stateKey(repository, id), state);
    };
    const inParallel = pLimit(REQUESTS_AT_ONCE);
    await Promise.all(
      [...again.slice(0, STATUSES_AGAIN), ...unknown]
        .slice(0, STATUSES_PER_FETCH)
        .map(deployment => inParallel(() => read(deployment))),
    );
    return states;
  }
}

function stagesKey({ repository }: Task, run: GithubRun): string {
  return `${repository.apiBaseUrl} ${run.id}/${
    run.run_attempt ?? run.updated_at
  }`;
}

function stateKey({ apiBaseUrl }: Repository, deploymentId: number): string {
  return `${apiBaseUrl} ${deploymentId}`;
}
