import type {
  Evidence,
  Proposal,
} from '@backstage-handover/plugin-handover-common/proposals';
import type { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';
import { environmentOfPath } from '../environmentNames';
import { fromKubernetes } from './kubernetes';

/** An object as it is in a cluster, without what is of no use to a draft. */
export type ClusterObject = { cluster: string; object: JsonObject };

/**
 * Objects that run: what a manifest would say of them, and the cluster. The
 * environment is that which the cluster or the namespace is named after.
 */
export function fromClusterObject({
  cluster,
  object,
}: ClusterObject): Proposal[] {
  const { kind, metadata } = object;
  const { name, namespace } = (metadata ?? {}) as JsonObject;
  const path = `${cluster}/${namespace}/${kind}`;
  const evidence: Evidence = {
    source: `${kind}/${name} in the namespace ${namespace} of the cluster ${cluster}`,
    confidence: 1,
  };
  const environment = environmentOfPath(path);
  return [
    ...fromKubernetes({ path, text: stringify(object) }),
    ...(environment
      ? [
          {
            kind: 'environment' as const,
            name: environment,
            values: { cluster },
            evidence,
          },
        ]
      : []),
  ].map(proposal => ({ ...proposal, evidence }));
}
