import { byTime } from './time';
import type { Deployment } from './types';

/**
 * The deployments into one environment that a rollback took back: for each
 * rollback the last that was in place before it. A rollback is a deployment
 * too, and can be taken back itself. The same for any order of the input.
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
