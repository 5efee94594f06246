import { byTime } from './time';
import type { Deployment } from './types';

/**
 * The deployments to one environment that were rolled back: for each rollback,
 * the last deployment that was in place before it. A rollback is also a
 * deployment and can be rolled back itself. The order of the input doesn't
 * matter.
 *
 * @alpha
 */
export function rolledBack<
  T extends Pick<Deployment, 'id' | 'provider' | 'at' | 'outcome'> & {
    isRollback: boolean;
  },
>(deployments: readonly T[]): Set<T> {
  const taken = new Set<T>();
  let inPlace: T | undefined;
  for (const deployment of byTime(deployments)) {
    if (deployment.outcome === 'succeeded') {
      if (deployment.isRollback && inPlace) {
        taken.add(inPlace);
      }
      inPlace = deployment;
    }
  }
  return taken;
}
