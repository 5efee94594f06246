import type { FactSource } from '@backstage-handover/plugin-handover-node';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { ClusterSetup } from '@backstage-handover/plugin-handover-common/kubernetes';
import {
  type FactValue,
  KUBERNETES_FACTS,
  type KubernetesFactInput,
  kubernetesFactValues,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { DeliveryFactReader } from '../../delivery/DeliveryFactReader';
import type { DocumentFactReader } from '../../documents/DocumentFactReader';
import type { KubernetesFactReader } from '../../kubernetes/KubernetesFactReader';
import { readHandovers } from './readHandovers';

/** Documents and deployments that are in memory at once. */
const BATCH = 100;

type Options = {
  kubernetes: KubernetesFactReader;
  documents: Pick<DocumentFactReader, 'readRevisions' | 'readDocuments'>;
  delivery: Pick<DeliveryFactReader, 'readFailing' | 'readLatestDeployments'>;
  environments: Environments;
};

/** What runs in production, compared with the handover and with delivery. */
export function kubernetesFactSource(options: Options): FactSource {
  const { kubernetes } = options;
  return {
    id: 'kubernetes',
    facts: KUBERNETES_FACTS,
    async read({ entities, wanted }) {
      const now = new Date();
      const refs = entities.map(({ entityRef }) => entityRef);
      const readings = await kubernetes.readClusters(refs);
      const values = new Map<string, Map<string, FactValue>>();
      const put = (ref: string, input: KubernetesFactInput) =>
        values.set(ref, new Map(kubernetesFactValues(input, now)));
      const read: [ref: string, clusters: ClusterSetup[]][] = [];
      for (const ref of refs) {
        const reading = readings.get(ref)!;
        if ('missing' in reading) {
          put(ref, reading);
        } else {
          read.push([ref, reading.clusters]);
        }
      }
      for (let start = 0; start < read.length; start += BATCH) {
        const batch = read.slice(start, start + BATCH);
        const batchRefs = batch.map(([ref]) => ref);
        const [handoverOf, deliveryOf] = await Promise.all([
          readHandovers(options.documents, batchRefs),
          wanted.has('kubernetes.imageBuiltByPipeline')
            ? readDelivery(batchRefs, options)
            : undefined,
        ]);
        for (const [ref, clusters] of batch) {
          const handover = handoverOf.get(ref)!;
          if ('missing' in handover) {
            put(ref, handover);
            continue;
          }
          put(ref, {
            ...handover,
            clusters,
            environments: options.environments,
            deployments: { missing: 'deployments were not read' },
            ...deliveryOf?.get(ref),
          });
        }
      }
      return values;
    },
  };
}

async function readDelivery(refs: string[], { delivery }: Options) {
  const [failing, deployments] = await Promise.all([
    delivery.readFailing(refs),
    delivery.readLatestDeployments(refs),
  ]);
  return new Map(
    refs.map(ref => [
      ref,
      {
        deployments: deployments.get(ref) ?? {
          missing: 'no pipeline or event reported a deployment',
        },
        failing: failing.get(ref),
      },
    ]),
  );
}
