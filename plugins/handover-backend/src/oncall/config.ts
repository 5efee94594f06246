import type { Config } from '@backstage/config';
import { readMs } from '../configValues';

/** The keys under `handover.onCall`. Durations are in milliseconds. */
export type OnCallConfig = {
  /** How long a result is used before the on-call systems are asked again. */
  maxAgeMs: number;
  /** How long an on-call system may take. */
  timeoutMs: number;
};

/** Reads and checks `handover.onCall`. */
export function readOnCallConfig(config: Config): OnCallConfig {
  return {
    maxAgeMs: readMs(config, 'handover.onCall.maxAge', 60_000),
    timeoutMs: readMs(config, 'handover.onCall.timeout', 10_000),
  };
}
