import type { Config } from '@backstage/config';
import { readShortMs } from '../configValues';

/** The keys under `handover.backends`. */
export type BackendsConfig = {
  /** How long another backend may take to answer one request, in milliseconds. */
  timeoutMs: number;
};

/** Reads and checks `handover.backends`. */
export function readBackendsConfig(config: Config): BackendsConfig {
  return {
    timeoutMs: readShortMs(config, 'handover.backends.timeout', 15_000),
  };
}
