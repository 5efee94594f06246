import { type Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** The keys under `handover.gate`. Durations are in milliseconds. */
export type GateConfig = {
  /** How long a calendar source, a condition or an override source may take. */
  timeoutMs: number;
};

const TIMEOUT = 'handover.gate.timeout';
const DEFAULT_TIMEOUT_MS = 3000;
/** Somebody waits for the answer. */
const MAX_TIMEOUT_MS = 60_000;

/** Reads and checks `handover.gate`. */
export function readGateConfig(config: Config): GateConfig {
  if (!config.has(TIMEOUT)) {
    return { timeoutMs: DEFAULT_TIMEOUT_MS };
  }
  const timeoutMs = durationToMilliseconds(
    readDurationFromConfig(config, { key: TIMEOUT }),
  );
  if (!(timeoutMs > 0 && timeoutMs <= MAX_TIMEOUT_MS)) {
    throw new Error(
      `Invalid duration at '${TIMEOUT}': must be longer than zero and at most one minute`,
    );
  }
  return { timeoutMs };
}
