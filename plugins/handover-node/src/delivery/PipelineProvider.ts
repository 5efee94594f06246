import type {
  Deployment,
  Run,
} from '@backstage-handover/plugin-handover-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { RateLimits } from './RateLimits';

/**
 * What is asked of a provider.
 *
 * @public
 */
export type PipelineFetchOptions = {
  entity: Entity;
  /** Nothing that ended before this is needed. */
  since: Date;
  /** Runs, and deployments, at most. */
  limit: number;
  /** Aborts when nobody waits for the answer any more. Pass it to every request. */
  signal: AbortSignal;
  logger: LoggerService;
  /** Send every request that a system may limit through this. */
  rateLimits: RateLimits;
};

/**
 * What a provider found, the latest first.
 *
 * @public
 */
export type PipelineData = {
  /** One that is over and without stages stays as it was found before. */
  runs: Run[];
  /**
   * One without artifact keeps that and its commit as they were found before; one
   * that does not say when its change was merged keeps that.
   */
  deployments: Deployment[];
};

/**
 * Reads the runs and deployments of one system: a CI server, a deployer.
 *
 * @public
 */
export interface PipelineProvider {
  /** For example `jenkins`. Stored with what it found: does not change. */
  readonly id: string;
  /** For people: `Jenkins`. */
  readonly title: string;
  /** Its data is made up, for people to look at. */
  readonly demonstration?: boolean;
  /**
   * What the configuration lacks for the system to be read at all, for people. If
   * it is set, `fetch` is never called, and entities that the provider applies to
   * show this text.
   */
  readonly missingConfiguration?: string;

  /** Whether the system has anything about the entity, by its annotations. */
  appliesTo(entity: Entity): boolean;

  /**
   * Called on a schedule, and when somebody looks at the entity. It is never
   * called twice at the same time for the same entity by one process, nor again
   * until its answer is some time old.
   *
   * @throws RateLimitedError where the system wants to be left alone for a time.
   * @throws Error where it fails, with a message for people: what failed, and
   * which system, never a credential or a whole response. HTTP errors are
   * wrapped, so that their status does not become Backstage's.
   */
  fetch(options: PipelineFetchOptions): Promise<PipelineData>;
}
