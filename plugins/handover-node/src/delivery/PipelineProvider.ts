import type {
  Deployment,
  Run,
} from '@backstage-handover/plugin-handover-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { RateLimits } from './RateLimits';

/**
 * A request to a provider.
 *
 * @public
 */
export type PipelineFetchOptions = {
  entity: Entity;
  /** Runs and deployments that ended before this time are not needed. */
  since: Date;
  /** Maximum number of runs, and of deployments. */
  limit: number;
  /** Aborts when the result is no longer needed. Pass it to every request. */
  signal: AbortSignal;
  logger: LoggerService;
  /** Send requests through this if the system limits their rate. */
  rateLimits: RateLimits;
};

/**
 * The data of a provider, latest first.
 *
 * @public
 */
export type PipelineData = {
  /** A finished run without stages stays as it was stored before. */
  runs: Run[];
  /**
   * A deployment without an artifact keeps the artifact and commit that were
   * stored before. A deployment without a merge time keeps the stored one.
   */
  deployments: Deployment[];
};

/**
 * Reads runs and deployments from one system, such as a CI server.
 *
 * @public
 */
export interface PipelineProvider {
  /** For example `jenkins`. Stored with the data, so it must not change. */
  readonly id: string;
  /** Display name, for example `Jenkins`. */
  readonly title: string;
  /** Whether this is demonstration data. */
  readonly demonstration?: boolean;
  /**
   * A message about the configuration that is missing. If it is set, `fetch` is
   * never called, and the tab of entities that the provider applies to shows
   * the message.
   */
  readonly missingConfiguration?: string;

  /** Whether the system has data about the entity, according to its annotations. */
  appliesTo(entity: Entity): boolean;

  /**
   * Called on a schedule, and when someone opens the entity. A process never
   * calls it twice at the same time for the same entity, or while the last
   * result is recent.
   *
   * @throws RateLimitedError if the system limits requests
   * @throws Error if it fails. The message is shown to people: name the system
   *   and what failed, but never credentials or whole responses. Wrap HTTP
   *   errors, so that their status doesn't become Backstage's.
   */
  fetch(options: PipelineFetchOptions): Promise<PipelineData>;
}
