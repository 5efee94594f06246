import type { HandoverDocument } from '../documents/schema';
import type { Environments } from '../environments/Environments';
import {
  environmentOf,
  type EnvironmentPlace,
  placeEnvironments,
} from './environments';
import type { ClusterSetup, WorkloadSetup } from './workloadSetup';

/**
 * The workloads in production, each with the name of its cluster, or why they are
 * not known.
 *
 * @alpha
 */
export type ProductionWorkloads =
  | { environment: string; workloads: (WorkloadSetup & { cluster: string })[] }
  | { missing: string };

/**
 * Why nothing is known about what runs in production. Undefined if a workload was
 * found. Without any, its namespace may be misspelled.
 *
 * @alpha
 */
export function whyProductionUnknown(
  found: ProductionWorkloads,
): string | undefined {
  if ('missing' in found) {
    return found.missing;
  }
  return found.workloads.length > 0
    ? undefined
    : 'no workload was found in production';
}

/**
 * Finds the workloads in the production environment of a handover. There is no
 * answer if a cluster that it runs in could not be read completely.
 *
 * @alpha
 */
export function productionWorkloads(options: {
  clusters: readonly ClusterSetup[];
  document?: Pick<HandoverDocument, 'environments'>;
  environments: Environments;
}): ProductionWorkloads {
  const { clusters, document, environments } = options;
  if (!document) {
    return { missing: 'there is no handover' };
  }
  const items = document.environments?.items ?? [];
  const names = items.flatMap(({ name }) => name ?? []);
  const production = environments.with(names).productionAmong(names);
  if (production === undefined) {
    return { missing: 'the handover has no production environment' };
  }
  const places = placeEnvironments(
    items,
    clusters.map(({ cluster }) => cluster),
    environments,
  );
  const found = new Map<WorkloadSetup, { cluster: string }>();
  for (const place of places) {
    if (place.environment !== production) {
      continue;
    }
    const setup = clusters.find(
      ({ cluster }) => cluster.name === place.cluster?.name,
    );
    const missing = problemOf(place, places, setup);
    if (missing !== undefined) {
      return { missing };
    }
    const { workloads, cluster } = setup!;
    const at = ({ namespace }: WorkloadSetup) =>
      environmentOf(places, { cluster: cluster.name, namespace });
    const own = workloads.filter(each => at(each) === production);
    const other = workloads.find(each => at(each) === undefined);
    if (own.length === 0 && other) {
      return {
        missing: `namespace '${other.namespace}' in '${cluster.name}' belongs to no environment of the handover`,
      };
    }
    own.forEach(each => found.set(each, { cluster: cluster.name }));
  }
  return {
    environment: production,
    workloads: [...found].map(([each, place]) => ({ ...each, ...place })),
  };
}

/** Why it is not known what runs in a place. */
function problemOf(
  place: EnvironmentPlace,
  places: readonly EnvironmentPlace[],
  setup: ClusterSetup | undefined,
): string | undefined {
  const { environment, cluster, documentedCluster, namespace } = place;
  if (!cluster || !setup) {
    return documentedCluster
      ? `the Kubernetes plugin has no cluster '${documentedCluster}'`
      : `it is not known which cluster '${environment}' runs in`;
  }
  const twin = places.find(
    other =>
      other.environment !== environment &&
      other.cluster?.name === cluster.name &&
      other.namespace === namespace,
  );
  if (twin) {
    return `'${environment}' and '${twin.environment}' share a cluster and namespace in '${cluster.name}'`;
  }
  if (setup.onlyNamespace && namespace && setup.onlyNamespace !== namespace) {
    return `only namespace '${setup.onlyNamespace}' is read, not '${namespace}'`;
  }
  return (
    setup.problem && `'${cluster.name}' could not be read: ${setup.problem}`
  );
}
