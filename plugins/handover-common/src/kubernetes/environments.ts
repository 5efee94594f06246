import type { HandoverDocument } from '../documents/schema';
import { Environments } from '../environments/Environments';
import { environmentKey } from '../environments/key';

/**
 * An environment that a handover documents.
 *
 * @alpha
 */
export type DocumentedEnvironment = NonNullable<
  NonNullable<HandoverDocument['environments']>['items']
>[number];

/**
 * The name of a cluster in the Kubernetes plugin's configuration, and its title.
 *
 * @alpha
 */
export type ClusterName = { name: string; title?: string };

/**
 * Where an environment of a handover is in Kubernetes.
 *
 * @alpha
 */
export type EnvironmentPlace<C extends ClusterName = ClusterName> = {
  environment: string;
  namespace?: string;
  /** The documented name of its cluster, if any. */
  documentedCluster?: string;
  /** Undefined if the portal doesn't know the cluster. */
  cluster?: C;
};

/**
 * Finds the cluster of each environment: the documented one, by name or title;
 * or else the one with the same name as the environment or any of its aliases;
 * or else the only cluster. Ignores case.
 *
 * @param known - The known environments. The default is the built-in ones.
 *
 * @alpha
 */
export function placeEnvironments<C extends ClusterName>(
  environments: readonly DocumentedEnvironment[] | undefined,
  clusters: readonly C[],
  known: Environments = Environments.builtIn(),
): EnvironmentPlace<C>[] {
  const declared = known.with(
    (environments ?? []).flatMap(({ name }) => name ?? []),
  );
  const named = (keys: readonly string[]) => {
    const isNamed = (name: string | undefined) =>
      name !== undefined && keys.includes(environmentKey(name));
    return (
      clusters.find(each => isNamed(each.name)) ??
      clusters.find(each => isNamed(each.title))
    );
  };
  return (environments ?? []).flatMap((each): EnvironmentPlace<C>[] => {
    const { name, cluster, namespace } = each;
    if (!name) {
      return [];
    }
    const environment = declared.resolve(name);
    const found = cluster
      ? named([environmentKey(cluster)])
      : named(environment.keys) ??
        (clusters.length === 1 ? clusters[0] : undefined);
    return [
      {
        environment: environment.name,
        ...(namespace ? { namespace } : {}),
        ...(cluster ? { documentedCluster: cluster } : {}),
        ...(found ? { cluster: found } : {}),
      },
    ];
  });
}

/**
 * The environment that a namespace of a cluster belongs to: the one with both,
 * or else the first one of that cluster without a namespace.
 *
 * @alpha
 */
export function environmentOf(
  places: readonly EnvironmentPlace[],
  at: { cluster: string; namespace: string },
): string | undefined {
  const ofCluster = places.filter(each => each.cluster?.name === at.cluster);
  return (
    ofCluster.find(each => each.namespace === at.namespace) ??
    ofCluster.find(each => !each.namespace)
  )?.environment;
}
