import { uidOf, versionOf } from './ids';
import { fulfilmentDispatch } from './services/fulfilmentDispatch';
import { many } from './services/many';
import { orderProcessing } from './services/orderProcessing';
import { paymentsGateway } from './services/paymentsGateway';
import { storefrontWeb } from './services/storefrontWeb';
import { taxCalculator } from './services/taxCalculator';
import type { Clock, DemoObject } from './types';

/** The clusters that there are. */
export const CLUSTERS = ['staging', 'production'] as const;
export type Cluster = (typeof CLUSTERS)[number];

/**
 * Everything in a cluster at some moment. Nothing is kept: the same moment has
 * the same objects.
 *
 * @param options.manyPods - pods of one more service, for looking at large ones
 */
export function worldOf(
  cluster: Cluster,
  clock: Clock,
  options: { manyPods?: number } = {},
): DemoObject[] {
  const objects = [
    ...orderProcessing(clock, cluster),
    ...paymentsGateway(clock, cluster),
    ...taxCalculator(clock, cluster),
    ...storefrontWeb(clock, cluster),
    ...fulfilmentDispatch(clock, cluster),
    ...(options.manyPods ? many(clock, cluster, options.manyPods) : []),
  ];
  const namespaces = new Set(
    objects.flatMap(({ metadata }) => metadata.namespace ?? []),
  );
  return [
    ...[...namespaces].map(name => namespaceOf(name, clock, cluster)),
    ...objects,
  ].map(object => ({
    ...object,
    metadata: { ...object.metadata, resourceVersion: versionOf(object) },
  }));
}

function namespaceOf(name: string, clock: Clock, cluster: Cluster): DemoObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      uid: uidOf(cluster, 'Namespace', name),
      creationTimestamp: clock.ago(60 * 24 * 400),
      labels: { 'kubernetes.io/metadata.name': name },
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}
