import type { Config } from '@backstage/config';
import { readShortMs } from '../configValues';

/** The keys under `handover.alerts`. Durations are in milliseconds. */
export type AlertsConfig = {
  /** How long a result is shared by everyone. */
  maxAgeMs: number;
  /** How long a provider may take. */
  timeoutMs: number;
};

/**
 * Reads and checks `handover.alerts`. Somebody waits for the answer, and an older
 * one would hide an outage.
 */
export function readAlertsConfig(config: Config): AlertsConfig {
  return {
    maxAgeMs: readShortMs(config, 'handover.alerts.maxAge', 15_000),
    timeoutMs: readShortMs(config, 'handover.alerts.timeout', 5_000),
  };
}
