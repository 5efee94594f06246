import type { KubernetesObjectSummary } from './objectSummaries';
import type { NamedObject } from './namedObjects';
import { isKubernetesObjectKind } from './summarizeObjects';

/**
 * The fields of a cluster that are needed to look for an object.
 *
 * @alpha
 */
export type SearchedCluster = {
  objects: readonly KubernetesObjectSummary[];
  /** Kinds that were read. */
  kinds: readonly string[];
  workloads: readonly unknown[];
  /** Set if the cluster could not be read. */
  failure?: unknown;
  isPending?: boolean;
};

/**
 * The state of an object in one cluster.
 *
 * @alpha
 */
export type ObjectPlace<C> = { cluster: C } & (
  | { is: 'found'; object: KubernetesObjectSummary }
  | { is: 'missing' }
  /** Objects of this kind could not be read. */
  | { is: 'unread' }
);

/**
 * The state of an object in all clusters.
 *
 * - `never`: objects of its kind are not read
 * - `awaited`: no cluster has answered yet
 * - `unknown`: no cluster could be read
 * - `nowhere`: it is in none of those that could be
 * - `placed`: it is in some, or some may not tell
 *
 * @alpha
 */
export type LookedUp<C> =
  | { is: 'never' | 'awaited' | 'unknown' | 'nowhere' }
  | { is: 'placed'; places: ObjectPlace<C>[] };

/**
 * Looks for an object in all clusters. Those in which nothing of the service
 * runs need not have it; undefined for words that then name none.
 *
 * @alpha
 */
export function lookUp<C extends SearchedCluster>(
  { kind, name, isGuess }: NamedObject,
  clusters: readonly C[],
): LookedUp<C> | undefined {
  const answered = clusters.filter(each => !each.failure && !each.isPending);
  const inhabited = answered.filter(({ workloads }) => workloads.length > 0);
  const places = answered.flatMap((cluster): ObjectPlace<C>[] => {
    const found = cluster.objects.filter(
      each => each.kind === kind && each.name === name,
    );
    if (found.length > 0) {
      return found.map(object => ({ is: 'found', cluster, object }));
    }
    if (inhabited.length > 0 && !inhabited.includes(cluster)) {
      return [];
    }
    return [
      { is: cluster.kinds.includes(kind) ? 'missing' : 'unread', cluster },
    ];
  });
  if (isGuess && !places.some(each => each.is === 'found')) {
    return undefined;
  }
  if (!isKubernetesObjectKind(kind)) {
    return { is: 'never' };
  }
  if (answered.length === 0) {
    return {
      is: clusters.some(each => each.isPending) ? 'awaited' : 'unknown',
    };
  }
  return places.every(each => each.is === 'missing')
    ? { is: 'nowhere' }
    : { is: 'placed', places };
}
