import type {
  PipelineData,
  PipelineFetchOptions,
  PipelineProvider,
} from '@backstage-handover/plugin-handover-node';
import type { Config } from '@backstage/config';
import type { Entity } from '@backstage/catalog-model';
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
import type { Stage } from './schemas';
import { toDeployments } from './toDeployments';
import { isOver, type JobBuild, toRun } from './toRun';

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
  readonly id = 'jenkins';
  readonly title = 'Jenkins';
  readonly #config: JenkinsConfig;
  /** By id of the run. */
  readonly #stages = new LRUCache<string, Stage[]>({ max: MAX_REMEMBERED });

  /** @throws Error that names the key which is missing or wrong. */
  static fromConfig(config: Config): JenkinsProvider {
    return new JenkinsProvider(readJenkinsConfig(config));
  }

  private constructor(config: JenkinsConfig) {
    this.#config = config;
  }

  appliesTo(entity: Entity): boolean {
    return (
      this.#config.instances.length > 0 &&
      Boolean(entity.metadata.annotations?.[ANNOTATION]?.trim())
    );
  }

  async fetch(options: PipelineFetchOptions): Promise<PipelineData> {
    const { entity, limit } = options;
    const found = await Promise.all(
      readJobNames(entity).map(name => this.#readJob(name, options)),
    );
    const builds = found
      .flatMap(each => each.builds)
      .sort((a, b) => b.job.build.timestamp - a.job.build.timestamp);
    const few = pLimit(REQUESTS_AT_ONCE);
    const runs = await Promise.all(
      builds
        .slice(0, limit)
        .map(async ({ client, job }, index) =>
          toRun(
            job,
            index < BUILDS_WITH_STAGES
              ? await few(() => this.#readStages(client, job))
              : this.#stages.get(job.id) ?? [],
          ),
        ),
    );
    const { deployStage } = this.#config;
    const deployments = deployStage
      ? runs.flatMap(run => toDeployments(run, deployStage))
      : [];
    return {
      runs,
      deployments: deployments
        .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
        .slice(0, limit),
      truncated:
        builds.length > limit || found.some(({ truncated }) => truncated),
    };
  }

  async #readJob(
    { instance: name, fullName }: JobName,
    { limit, signal, since }: PipelineFetchOptions,
  ) {
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
    const { builds, truncated } = listBuilds(
      await client.getJob(fullName, toTree(limit)),
      {
        baseUrl: instance.baseUrl,
        idPrefix: name === DEFAULT_INSTANCE ? '' : `${name}:`,
        since,
      },
    );
    return { builds: builds.map(job => ({ client, job })), truncated };
  }

  async #readStages(client: JenkinsClient, job: JobBuild): Promise<Stage[]> {
    if (!job.build._class?.endsWith('.WorkflowRun')) {
      return [];
    }
    const remembered = this.#stages.get(job.id);
    if (remembered) {
      return remembered;
    }
    const stages = await client.getStages(job.fullName, job.build.number);
    if (isOver(job.build)) {
      this.#stages.set(job.id, stages);
    }
    return stages;
  }
}
