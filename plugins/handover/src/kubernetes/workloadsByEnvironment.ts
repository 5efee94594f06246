import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { inPromotionOrder } from '@backstage-handover/plugin-handover-common/delivery';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  environmentOf,
  placeEnvironments,
  type Workload,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import type { ClusterReading } from './types';

/** What runs in one environment, or in a place that the document does not name. */
export type EnvironmentWorkloads = {
  /** Undefined for a cluster, or a part of one, that no environment names. */
  environment?: string;
  namespace?: string;
  /** The cluster's name in the document where the portal does not know it. */
  unknownCluster?: string;
  reading?: ClusterReading;
  workloads: Workload[];
};

/**
 * What runs, by the environments of a document in the order of promotion, then
 * what runs elsewhere. Environments without a place in Kubernetes are left out.
 */
export function workloadsByEnvironment(
  document: HandoverDocument | undefined,
  readings: readonly ClusterReading[],
  known: Environments,
): EnvironmentWorkloads[] {
  const documented = inPromotionOrder(document?.environments?.items ?? []);
  const readingOf = new Map(readings.map(each => [each.cluster.name, each]));
  const places = placeEnvironments(
    documented,
    readings.map(({ cluster }) => cluster),
    known,
  );
  const placed = places.flatMap((place): EnvironmentWorkloads[] => {
    const { environment, namespace, cluster, documentedCluster } = place;
    const reading = cluster && readingOf.get(cluster.name);
    if (!reading) {
      return documentedCluster
        ? [
            {
              environment,
              namespace,
              unknownCluster: documentedCluster,
              workloads: [],
            },
          ]
        : [];
    }
    const workloads = reading.workloads.filter(
      each =>
        environmentOf(places, {
          cluster: reading.cluster.name,
          namespace: each.namespace,
        }) === environment,
    );
    return [{ environment, namespace, reading, workloads }];
  });
  const elsewhere = readings.flatMap((reading): EnvironmentWorkloads[] => {
    const at = { cluster: reading.cluster.name };
    const workloads = reading.workloads.filter(
      ({ namespace }) => !environmentOf(places, { ...at, namespace }),
    );
    const isNamed = placed.some(each => each.reading === reading);
    return workloads.length > 0 ||
      (!isNamed && (reading.failure || reading.isPending))
      ? [{ reading, workloads }]
      : [];
  });
  return [...placed, ...elsewhere];
}
