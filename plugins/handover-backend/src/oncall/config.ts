import type { Config } from '@backstage/config';
import { readBoundedMs, readMs } from '../configValues';

/** The keys under `handover.onCall`. Durations are in milliseconds. */
export type OnCallConfig = {
  /** How long a result is used before the on-call systems are asked again. */
  maxAgeMs: number;
  /** How long an on-call system may take. */
  timeoutMs: number;
};

/**
 * Before a page is sent, the system is asked who is on call. Both end before the
 * dialog stops waiting (90 seconds), and a page ends while it is still claimed.
 */
const MAX_TIMEOUT_MS = 40_000;

/** Reads and checks `handover.onCall`. */
export function readOnCallConfig(config: Config): OnCallConfig {
  return {
    maxAgeMs: readMs(config, 'handover.onCall.maxAge', 60_000),
    timeoutMs: readBoundedMs(config, 'handover.onCall.timeout', {
      fallback: 10_000,
      min: 100,
      max: MAX_TIMEOUT_MS,
    }),
  };
}
