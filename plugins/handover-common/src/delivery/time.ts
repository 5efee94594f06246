import type { Deployment } from './types';

/** Milliseconds of an RFC 3339 time. */
export function toMs(time: string): number {
  return Date.parse(time);
}

/**
 * The earliest first; of the same instant by id, so that the same deployments
 * in any order come out alike. Linear where they are in order already.
 */
export function byTime<T extends Pick<Deployment, 'at' | 'provider' | 'id'>>(
  deployments: readonly T[],
): T[] {
  return deployments
    .map(deployment => ({ deployment, ms: toMs(deployment.at) }))
    .sort(
      (a, b) =>
        a.ms - b.ms ||
        compare(a.deployment.provider, b.deployment.provider) ||
        compare(a.deployment.id, b.deployment.id),
    )
    .map(({ deployment }) => deployment);
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
