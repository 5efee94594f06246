import type { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';
import { environmentOfPath } from '../environmentNames';
import type { Proposal } from '../types';
import { fromKubernetes } from './kubernetes';

/** An object as it is in a cluster, without what is of no use to a draft. */
export type LiveObject = { cluster: string; object: JsonObject };

/**
 * Objects that run: what a manifest would say of them, and the cluster. The
 * environment is that which the cluster or the namespace is named after.
 */
export function fromLiveObject({ cluster, object }: LiveObject): Proposal[] {
  const { kind, metadata } = object;
  const { name, namespace } = (metadata ?? {}) as JsonObject;
  const path = `${cluster}/${namespace}/${kind}`;
  const from = `${kind}/${name} in the namespace ${namespace} of the cluster ${cluster}`;
  const environment = environmentOfPath(path);
  return [
    ...fromKubernetes({ path, text: stringify(object) }),
    ...(environment
      ? [
          {
            kind: 'environment' as const,
            name: environment,
            facts: { cluster },
            from,
          },
        ]
      : []),
  ].map(proposal => ({ ...proposal, from }));
}
