import type { Config } from '@backstage/config';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
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
    intervalMs: readBounded(config, 'interval', {
      fallback: 86_400_000,
      min: 1_000,
      max: 30 * 86_400_000,
    }),
    timeoutMs: readBounded(config, 'timeout', {
      fallback: 10_000,
      min: 100,
      max: 60_000,
    }),
    pauseMs: readBounded(config, 'pause', {
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

function readBounded(
  config: Config,
  name: string,
  { fallback, min, max }: { fallback: number; min: number; max: number },
): number {
  const key = `${KEY}.${name}`;
  if (!config.has(key)) {
    return fallback;
  }
  const ms = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (!(ms >= min && ms <= max)) {
    throw new Error(
      `Invalid duration at '${key}': must be from ${min / 1_000} to ${
        max / 1_000
      } seconds`,
    );
  }
  return ms;
}
