import type { Config } from '@backstage/config';
import { readShortMs } from '../configValues';

/** The keys under `handover.triggers`. Durations are in milliseconds. */
export type TriggersConfig = {
  /** How long a result is shared by everyone. */
  maxAgeMs: number;
  /** How long all queries of a source may take together. */
  timeoutMs: number;
};

/**
 * Reads and checks `handover.triggers`. Somebody waits for the answer, and an
 * older one would hide what happens after a deployment.
 */
export function readTriggersConfig(config: Config): TriggersConfig {
  return {
    maxAgeMs: readShortMs(config, 'handover.triggers.maxAge', 15_000),
    timeoutMs: readShortMs(config, 'handover.triggers.timeout', 5_000),
  };
}
