import type { Config } from '@backstage/config';
import { readBoundedMs } from '../configValues';

/** The keys under `handover.kubernetes.facts`. Durations are in milliseconds. */
export type KubernetesConfig = {
  /** Nothing is read unless it is. */
  isEnabled: boolean;
  /** How long after its reading an entity is due again. */
  intervalMs: number;
  /** Timeout of one request to the Kubernetes plugin. */
  timeoutMs: number;
  /** Between two entities. */
  pauseMs: number;
};

const KEY = 'handover.kubernetes.facts';

/** Reads and checks `handover.kubernetes`. */
export function readKubernetesConfig(config: Config): KubernetesConfig {
  return {
    isEnabled: config.getOptionalBoolean(`${KEY}.enabled`) ?? false,
    intervalMs: readBoundedMs(config, `${KEY}.interval`, {
      fallback: 900_000,
      min: 1_000,
      max: 86_400_000,
    }),
    timeoutMs: readBoundedMs(config, `${KEY}.timeout`, {
      fallback: 15_000,
      min: 100,
      max: 60_000,
    }),
    pauseMs: readBoundedMs(config, `${KEY}.pause`, {
      fallback: 250,
      min: 0,
      max: 60_000,
    }),
  };
}

/** How old a reading can be that is believed. */
export function maxAgeOf({ intervalMs }: KubernetesConfig): number {
  return 2 * intervalMs;
}
