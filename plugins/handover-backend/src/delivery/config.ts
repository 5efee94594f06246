import type { Config } from '@backstage/config';
import { readInteger, readMs } from '../configValues';

/** The keys under `handover.delivery`. Durations are in milliseconds. */
export type DeliveryConfig = {
  /** How long runs and deployments are kept. */
  retentionMs: number;
  /** How old an answer of a provider may be before it is asked again. */
  maxAgeMs: number;
  /** How long a provider may take. */
  timeoutMs: number;
  /** How long a request waits for providers that have never answered. */
  waitMs: number;
  /** Runs and deployments that are asked for at most. */
  limit: number;
  /** How providers are asked when nobody looks. */
  pull: {
    enabled: boolean;
    /** How often each process looks for entities that are due. */
    frequencyMs: number;
    /** How often a busy entity is pulled. */
    intervalMs: number;
    /** How often any other entity is pulled. */
    idleIntervalMs: number;
    /** Entities claimed at once. */
    batchSize: number;
    /** Entities pulled at the same time by one process. */
    concurrency: number;
  };
};

const MINUTE_MS = 60 * 1000;

const DAY_MS = 24 * 60 * MINUTE_MS;

/** Metrics are made over so many days. */
const LEAST_RETENTION_DAYS = 90;

/** Reads and checks `handover.delivery`. */
export function readDeliveryConfig(config: Config): DeliveryConfig {
  const key = (name: string) => `handover.delivery.${name}`;
  const duration = (name: string, fallback: number) =>
    readMs(config, key(name), fallback);
  const integer = (name: string, fallback: number, max: number) =>
    readInteger(config, key(name), fallback, max);

  const retentionMs = duration('retention', 400 * DAY_MS);
  if (retentionMs < LEAST_RETENTION_DAYS * DAY_MS) {
    throw new Error(
      `Invalid duration at '${key(
        'retention',
      )}': must be at least ${LEAST_RETENTION_DAYS} days, which delivery is measured over`,
    );
  }
  const limit = integer('limit', 100, 500);
  const intervalMs = duration('pull.interval', 15 * MINUTE_MS);
  const idleIntervalMs = duration('pull.idleInterval', 6 * 60 * MINUTE_MS);
  if (idleIntervalMs < intervalMs) {
    throw new Error(
      `Invalid duration at '${key(
        'pull.idleInterval',
      )}': must not be shorter than '${key('pull.interval')}'`,
    );
  }
  return {
    retentionMs,
    maxAgeMs: duration('maxAge', 60_000),
    timeoutMs: duration('timeout', 20_000),
    waitMs: duration('wait', 3_000),
    limit,
    pull: {
      enabled: config.getOptionalBoolean(key('pull.enabled')) ?? true,
      frequencyMs: duration('pull.frequency', 30_000),
      intervalMs,
      idleIntervalMs,
      batchSize: integer('pull.batchSize', 20, 500),
      concurrency: integer('pull.concurrency', 3, 50),
    },
  };
}
