import {
  type PipelineData,
  type PipelineFetchOptions,
  type PipelineProvider,
  RateLimitedError,
} from '@backstage-handover/plugin-handover-node';
import type { Config } from '@backstage/config';
import {
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import {
  DEFAULT_INSTANCE,
  type JenkinsConfig,
  readJenkinsConfig,
} from './config';
import { JenkinsClient } from './JenkinsClient';
import { ANNOTATION, type JobName, readJobNames } from './jobNames';
import { listBuilds, toTree } from './listBuilds';
import { toDeployments } from './toDeployments';
import {
  type BuildStage,
  isOver,
  type JobBuild,
  toRun,
  toStage,
} from './toRun';

/** Of the latest builds: a request each. */
const BUILDS_WITH_STAGES = 8;

const REQUESTS_AT_ONCE = 4;

/** Stages of builds that are over do not change. */
const MAX_REMEMBERED = 2_000;

/**
 * Reads the builds of an entity's jobs, and their stages.
 *
 * @public
 */
export class JenkinsProvider implements PipelineProvider {
  /** {@inheritDoc @backstage-handover/plugin-handover-node#PipelineProvider.id} */
  readonly id = 'jenkins';
  /** {@inheritDoc @backstage-handover/plugin-handover-node#PipelineProvider.title} */
  readonly title = 'Jenkins';
  /** {@inheritDoc @backstage-handover/plugin-handover-node#PipelineProvider.missingConfiguration} */
  readonly missingConfiguration?: string;
  readonly #config: JenkinsConfig;
  /** By build. */
  readonly #stages = new LRUCache<string, BuildStage[]>({
    max: MAX_REMEMBERED,
  });
  /** Builds that were running when their stages were read. They are read again. */
  readonly #unfinished = new LRUCache<string, true>({ max: MAX_REMEMBERED });

  /**
   * Creates the provider for the configured instances.
   *
   * @throws Error that names the missing or invalid key
   */
  static fromConfig(config: Config): JenkinsProvider {
    return new JenkinsProvider(readJenkinsConfig(config));
  }

  private constructor(config: JenkinsConfig) {
    this.#config = config;
    this.missingConfiguration = config.missing;
  }

  /** {@inheritDoc @backstage-handover/plugin-handover-node#PipelineProvider.appliesTo} */
  appliesTo(entity: Entity): boolean {
    return (
      (this.#config.instances.length > 0 ||
        this.missingConfiguration !== undefined) &&
      Boolean(entity.metadata.annotations?.[ANNOTATION]?.trim())
    );
  }

  /** {@inheritDoc @backstage-handover/plugin-handover-node#PipelineProvider.fetch} */
  async fetch(options: PipelineFetchOptions): Promise<PipelineData> {
    // Ends what else is under way when one request fails.
    const ended = new AbortController();
    const task = {
      ...options,
      signal: AbortSignal.any([options.signal, ended.signal]),
    };
    try {
      return await this.#fetch(task);
    } finally {
      ended.abort();
    }
  }

  async #fetch(options: PipelineFetchOptions): Promise<PipelineData> {
    const { entity, limit } = options;
    const source = entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
    const found = await Promise.all(
      readJobNames(entity).map(name =>
        options.rateLimits.ask(name.instance, () =>
          this.#readJob(name, options),
        ),
      ),
    );
    const builds = found
      .flat()
      .sort((a, b) => b.job.build.timestamp - a.job.build.timestamp)
      .slice(0, limit);
    const inParallel = pLimit(REQUESTS_AT_ONCE);
    const all = await Promise.all(
      builds.map(async (each, index) => {
        const isAsked =
          index < BUILDS_WITH_STAGES || this.#unfinished.has(keyOf(each.job));
        const stages = isAsked
          ? await inParallel(() => this.#readStages(each, options))
          : this.#stages.get(keyOf(each.job)) ?? [];
        return { run: toRun(each.job, stages, source), stages };
      }),
    );
    const { deployStage } = this.#config;
    const deployments = deployStage
      ? all.flatMap(({ run, stages }) =>
          toDeployments(run, stages, deployStage),
        )
      : [];
    return {
      runs: all.map(({ run }) => run),
      deployments: deployments
        .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
        .slice(0, limit),
    };
  }

  async #readJob(
    { instance: name, fullName }: JobName,
    { limit, signal, since }: PipelineFetchOptions,
  ): Promise<{ client: JenkinsClient; job: JobBuild }[]> {
    const { instances } = this.#config;
    const instance = instances.find(each => each.name === name);
    if (!instance) {
      throw new Error(
        `There is no Jenkins instance '${name}' in the configuration at 'jenkins'`,
      );
    }
    const client = JenkinsClient.create(instance, {
      title:
        instances.length > 1 ? `${this.title} '${instance.name}'` : this.title,
      signal,
    });
    const builds = listBuilds(await client.getJob(fullName, toTree(limit)), {
      baseUrl: instance.baseUrl,
      idPrefix: name === DEFAULT_INSTANCE ? '' : `${name}:`,
      since,
    });
    return builds.map(job => ({ client, job }));
  }

  async #readStages(
    { client, job }: { client: JenkinsClient; job: JobBuild },
    { logger, signal }: PipelineFetchOptions,
  ): Promise<BuildStage[]> {
    if (!job.build._class?.endsWith('.WorkflowRun')) {
      return [];
    }
    const key = keyOf(job);
    const remembered = this.#stages.get(key);
    if (remembered) {
      return remembered;
    }
    try {
      const stages = await client.getStages(job.fullName, job.build.number);
      if (isOver(job.build)) {
        this.#stages.set(key, stages.map(toStage));
        this.#unfinished.delete(key);
      } else {
        this.#unfinished.set(key, true);
      }
      return stages.map(toStage);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof RateLimitedError) {
        throw error;
      }
      // It can be deleted meanwhile; the others are worth being shown.
      logger.warn(
        `The stages of build ${job.id} are left out: ${toError(error).message}`,
      );
      return [];
    }
  }
}

/** A branch can be deleted and created again. Its build numbers then start over. */
function keyOf({ id, build }: JobBuild): string {
  return `${id} ${build.timestamp}`;
}
