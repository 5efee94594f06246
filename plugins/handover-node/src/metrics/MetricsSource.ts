import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { RateLimits } from '../delivery/RateLimits';

/**
 * A request to a source of metrics.
 *
 * @public
 */
export type MetricsQueryOptions = {
  entity: Entity;
  /** PromQL that somebody who can edit the handover of the entity wrote. */
  query: string;
  /** The time of the first result. */
  from: Date;
  /** The time of the last result, in whole seconds. */
  to: Date;
  /** The time between two results, in whole milliseconds. */
  stepMs: number;
  /** Aborts when the result is no longer needed. Pass it to every request. */
  signal: AbortSignal;
  logger: LoggerService;
  /** Send requests through this if the system limits their rate. */
  rateLimits: RateLimits;
};

/**
 * The results of a query that have the same labels.
 *
 * @public
 */
export type MetricsSeries = {
  samples: {
    /** In milliseconds since the epoch. */
    at: number;
    /** Can be `NaN` or infinite. */
    value: number;
  }[];
};

/**
 * Runs queries of rollback triggers in one system, such as a Prometheus.
 *
 * @public
 */
export interface MetricsSource {
  /** For example `prometheus`. Part of the API, so it must not change. */
  readonly id: string;
  /** Display name, for example `Prometheus`. */
  readonly title: string;

  /** Whether the system has metrics of the entity. */
  appliesTo(entity: Entity): boolean;

  /** Where people see the results of a query in the system, if anywhere. */
  queryUrl?(query: string): string | undefined;

  /**
   * Evaluates a query at every step of a range, and returns all of its series.
   * A trigger with several series, or with none, is unknown. Leave out times
   * without a result.
   *
   * @throws RateLimitedError if the system limits requests
   * @throws RejectedQueryError if the query itself is wrong, so that only its
   *   trigger is unknown, and the source isn't reported as failing
   * @throws Error if the query can't be evaluated in full: results that are
   *   missing count as results that don't exist. The message is shown to people:
   *   name the system and what failed, but never credentials or whole responses.
   *   Wrap HTTP errors, so that their status doesn't become Backstage's.
   */
  queryRange(options: MetricsQueryOptions): Promise<MetricsSeries[]>;
}
