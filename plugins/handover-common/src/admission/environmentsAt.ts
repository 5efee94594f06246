import type { Environments } from '../environments/Environments';
import {
  type DocumentedEnvironment,
  type EnvironmentPlace,
  placeEnvironments,
} from '../kubernetes/environments';

/**
 * The environments that a namespace of a cluster can be. Those that document the
 * namespace win over those that have the rest of the cluster. The gate can only
 * decide if it is exactly one.
 *
 * @param options.clusters - The names of the known clusters.
 *
 * @alpha
 */
export function environmentsAt(
  documented: readonly DocumentedEnvironment[],
  options: {
    cluster: string;
    namespace: string;
    clusters: readonly string[];
    known: Environments;
  },
): string[] {
  const { cluster, namespace, clusters, known } = options;
  const there = placeEnvironments(
    documented,
    clusters.map(name => ({ name })),
    known,
  ).filter(each => each.cluster?.name === cluster);
  const names = (places: EnvironmentPlace[]) => [
    ...new Set(places.map(({ environment }) => environment)),
  ];
  const exact = names(there.filter(each => each.namespace === namespace));
  return exact.length > 0
    ? exact
    : names(there.filter(each => !each.namespace));
}
