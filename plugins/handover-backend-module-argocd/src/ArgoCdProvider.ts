import type {
  Deployment,
  Run,
} from '@backstage-handover/plugin-handover-common';
import {
  type PipelineData,
  type PipelineFetchOptions,
  type PipelineProvider,
  RateLimitedError,
} from '@backstage-handover/plugin-handover-node';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { toError } from '@backstage/errors';
import pLimit from 'p-limit';
import { ArgoCdClient } from './ArgoCdClient';
import {
  type ArgoCdConfig,
  type ArgoCdInstance,
  describeMissingToken,
  readArgoCdConfig,
} from './config';
import { hasImage, imageOfLatest } from './images';
import { NoApplicationError } from './NoApplicationError';
import type { Application } from './schemas';
import { hasTarget, readTarget, type Target } from './target';
import { toDeployments } from './toDeployments';
import { toRuns } from './toRuns';

/** Instances that are asked at the same time. */
const CONCURRENCY = 4;

/** What an instance answered. */
type Answer = {
  instance: ArgoCdInstance;
  applications: Application[];
  error?: Error;
};

/** Reads the applications of an entity, and how they were synced. */
export class ArgoCdProvider implements PipelineProvider {
  readonly id = 'argocd';
  readonly title = 'Argo CD';
  readonly missingConfiguration?: string;
  readonly #instances: ArgoCdInstance[];
  readonly #withoutToken: string[];

  /** @throws Error that names the instance which is wrong. */
  static fromConfig(config: Config): ArgoCdProvider {
    return new ArgoCdProvider(readArgoCdConfig(config));
  }

  private constructor(config: ArgoCdConfig) {
    this.#instances = config.instances;
    this.#withoutToken = config.withoutToken;
    this.missingConfiguration = config.missing;
  }

  appliesTo(entity: Entity): boolean {
    return (
      (this.#instances.length > 0 || this.missingConfiguration !== undefined) &&
      hasTarget(entity)
    );
  }

  async fetch(options: PipelineFetchOptions): Promise<PipelineData> {
    const { entity, since, limit } = options;
    const found = (await this.#ask(readTarget(entity), options)).flatMap(
      ({ instance, applications }) =>
        applications.map(application =>
          this.#toData(application, { entity, instance }),
        ),
    );
    const earliest = since.toISOString();
    const runs = found
      .flatMap(each => each.runs)
      .filter(
        ({ status, startedAt, finishedAt }) =>
          status === 'running' || (finishedAt ?? startedAt ?? '') >= earliest,
      )
      .sort((a, b) => (b.startedAt ?? '').localeCompare(a.startedAt ?? ''));
    const deployments = found
      .flatMap(each => each.deployments)
      .filter(({ outcome, at }) => outcome === 'running' || at >= earliest)
      .sort((a, b) => b.at.localeCompare(a.at));
    return {
      runs: runs.slice(0, limit),
      deployments: deployments.slice(0, limit),
    };
  }

  #toData(
    application: Application,
    { entity, instance }: { entity: Entity; instance: ArgoCdInstance },
  ): { runs: Run[]; deployments: Deployment[] } {
    const { namespace, name } = application.metadata;
    const url = `${instance.url}/applications/${encodeURIComponent(
      namespace,
    )}/${encodeURIComponent(name)}`;
    return {
      runs: toRuns(application, url),
      deployments: toDeployments(application, {
        url,
        // Only what runs now. Earlier deployments stay stored.
        image: imageOfLatest(application, entity.metadata.name),
        hasImage: hasImage(application, entity.metadata.name),
      }),
    };
  }

  /**
   * An instance that fails hides nothing of the others.
   *
   * @throws Error where none has anything to tell.
   */
  async #ask(target: Target, options: PipelineFetchOptions): Promise<Answer[]> {
    const { entity, signal, logger } = options;
    const inParallel = pLimit(CONCURRENCY);
    const answers = await Promise.all(
      this.#instancesOf(target).map(instance =>
        inParallel(() => this.#askOne(instance, target, options)),
      ),
    );
    signal.throwIfAborted();
    const failures = answers.flatMap(({ error }) =>
      error && !(error instanceof NoApplicationError) ? [error] : [],
    );
    const hasAnswer =
      answers.some(({ applications }) => applications.length > 0) ||
      answers.every(({ error }) => !error);
    if (!hasAnswer) {
      throw toOneError(
        failures.length > 0
          ? failures
          : [
              ...answers.flatMap(({ error }) => error ?? []),
              ...this.#unread(target),
            ],
      );
    }
    for (const { message } of failures) {
      logger.warn(
        `What is known of '${stringifyEntityRef(
          entity,
        )}' lacks an instance: ${message}`,
      );
    }
    return answers;
  }

  async #askOne(
    instance: ArgoCdInstance,
    target: Target,
    { rateLimits, signal }: PipelineFetchOptions,
  ): Promise<Answer> {
    const client = ArgoCdClient.create(instance, {
      title:
        this.#instances.length > 1
          ? `${this.title} '${instance.name}'`
          : this.title,
    });
    try {
      return {
        instance,
        applications: await rateLimits.ask(instance.name, () =>
          client.getApplications(target, signal),
        ),
      };
    } catch (error) {
      return { instance, applications: [], error: toError(error) };
    }
  }

  /** Instances that may have the application and cannot be read. */
  #unread(target: Target): Error[] {
    return target.instances.length === 0
      ? this.#withoutToken.map(name => new Error(describeMissingToken(name)))
      : [];
  }

  #instancesOf(target: Target): ArgoCdInstance[] {
    if (target.instances.length === 0) {
      return this.#instances;
    }
    return [...new Set(target.instances)].map(name => {
      const instance = this.#instances.find(each => each.name === name);
      if (!instance) {
        if (this.#withoutToken.includes(name)) {
          throw new Error(describeMissingToken(name));
        }
        throw new Error(
          `There is no Argo CD instance '${name}' in the configuration at 'argocd.appLocatorMethods'`,
        );
      }
      return instance;
    });
  }
}

/** Rate limited only where there is nothing else to say. */
function toOneError(errors: readonly Error[]): Error {
  const other = errors.filter(error => !(error instanceof RateLimitedError));
  if (other.length === 0 || errors.length === 1) {
    return errors[0];
  }
  return new Error(other.map(({ message }) => message).join('; '));
}
