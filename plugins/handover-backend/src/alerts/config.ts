import type { Config } from '@backstage/config';
import { readMs } from '../configValues';

/** The keys under `handover.alerts`. Durations are in milliseconds. */
export type AlertsConfig = {
  /** How long a result is shared by everyone. */
  maxAgeMs: number;
  /** How long a provider may take. */
  timeoutMs: number;
};

/** Somebody waits for the answer, and an older one would hide an outage. */
const MAX_MS = 60_000;

/** Reads and checks `handover.alerts`. */
export function readAlertsConfig(config: Config): AlertsConfig {
  const duration = (name: string, fallback: number) => {
    const key = `handover.alerts.${name}`;
    const ms = readMs(config, key, fallback);
    if (ms > MAX_MS) {
      throw new Error(
        `Invalid duration at '${key}': must be at most one minute`,
      );
    }
    return ms;
  };
  return {
    maxAgeMs: duration('maxAge', 15_000),
    timeoutMs: duration('timeout', 5_000),
  };
}
