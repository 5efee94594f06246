import type { Config } from '@backstage/config';
import { readMs } from '../configValues';

/** The keys under `handover.backends`. */
export type BackendsConfig = {
  /** How long another backend may take to answer one request, in milliseconds. */
  timeoutMs: number;
};

const MAX_MS = 60_000;

/** Reads and checks `handover.backends`. */
export function readBackendsConfig(config: Config): BackendsConfig {
  const key = 'handover.backends.timeout';
  const timeoutMs = readMs(config, key, 15_000);
  if (timeoutMs > MAX_MS) {
    throw new Error(`Invalid duration at '${key}': must be at most one minute`);
  }
  return { timeoutMs };
}
