import type { Config } from '@backstage/config';
import { readBoundedMs } from '../configValues';
import { AllowedHosts } from './AllowedHosts';

/** The keys under `handover.links` about checking. Durations are in milliseconds. */
export type LinksConfig = {
  /** Links are checked if there are any. */
  hosts: AllowedHosts;
  /** How long after its check a link is due again. */
  intervalMs: number;
  /** How long one request may take. */
  timeoutMs: number;
  /** Between two requests to one host. */
  pauseMs: number;
};

const KEY = 'handover.links';

/** Reads and checks what `handover.links` says about checking. */
export function readLinksConfig(config: Config): LinksConfig {
  return {
    hosts: readHosts(config),
    intervalMs: readBoundedMs(config, `${KEY}.interval`, {
      fallback: 86_400_000,
      min: 1_000,
      max: 30 * 86_400_000,
    }),
    timeoutMs: readBoundedMs(config, `${KEY}.timeout`, {
      fallback: 10_000,
      min: 100,
      max: 60_000,
    }),
    pauseMs: readBoundedMs(config, `${KEY}.pause`, {
      fallback: 1_000,
      min: 0,
      max: 60_000,
    }),
  };
}

function readHosts(config: Config): AllowedHosts {
  const key = `${KEY}.hosts`;
  try {
    return AllowedHosts.of(config.getOptionalStringArray(key) ?? []);
  } catch (error) {
    throw new Error(`Invalid value at '${key}': ${(error as Error).message}`);
  }
}
