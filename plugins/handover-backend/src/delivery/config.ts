import { type Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

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
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** Metrics are made over so many days. */
const LEAST_RETENTION_DAYS = 90;

/** Reads and checks `handover.delivery`. */
export function readDeliveryConfig(config: Config): DeliveryConfig {
  const key = (name: string) => `handover.delivery.${name}`;
  const readMs = (name: string, fallback: number) => {
    if (!config.has(key(name))) {
      return fallback;
    }
    const ms = durationToMilliseconds(
      readDurationFromConfig(config, { key: key(name) }),
    );
    if (!(ms > 0)) {
      throw new Error(
        `Invalid duration at '${key(name)}': must be longer than zero`,
      );
    }
    return ms;
  };

  const retentionMs = readMs('retention', 400 * DAY_MS);
  if (retentionMs < LEAST_RETENTION_DAYS * DAY_MS) {
    throw new Error(
      `Invalid duration at '${key(
        'retention',
      )}': must be at least ${LEAST_RETENTION_DAYS} days, which delivery is measured over`,
    );
  }
  const limit = config.getOptionalNumber(key('limit')) ?? 100;
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) {
    throw new Error(
      `Invalid number at '${key(
        'limit',
      )}': must be a whole number from 1 to 500, not ${limit}`,
    );
  }
  return {
    retentionMs,
    maxAgeMs: readMs('maxAge', 60_000),
    timeoutMs: readMs('timeout', 20_000),
    waitMs: readMs('wait', 3_000),
    limit,
  };
}
