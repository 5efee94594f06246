import { toAutoscaler } from './autoscalers';
import { jobState } from './jobs';
import type {
  KubernetesIngress,
  KubernetesObjects,
  ObjectMeta,
} from './objects';
import type {
  KubernetesObjectSummary,
  KubernetesObjectKind,
} from './objectSummaries';
import { nearestToLimit } from './quotas';
import { addressOf, portsOf } from './services';
import { toTime } from './time';
import type { Workload } from './types';

/** Kinds whose state is shown, each with where its objects are. Secrets never are. */
const LISTS: Record<KubernetesObjectKind, keyof KubernetesObjects> = {
  Deployment: 'deployments',
  StatefulSet: 'statefulSets',
  DaemonSet: 'daemonSets',
  CronJob: 'cronJobs',
  Pod: 'pods',
  ReplicaSet: 'replicaSets',
  HorizontalPodAutoscaler: 'autoscalers',
  Job: 'jobs',
  Service: 'services',
  Ingress: 'ingresses',
  ConfigMap: 'configMaps',
  ResourceQuota: 'resourceQuotas',
  LimitRange: 'limitRanges',
};
const KINDS = Object.keys(LISTS) as KubernetesObjectKind[];

/** Is the state of this kind of object ever read? */
export function isKubernetesObjectKind(
  kind: string,
): kind is KubernetesObjectKind {
  return Object.hasOwn(LISTS, kind);
}

/**
 * The kinds that were read from a cluster. If no object of these kinds was
 * found, there is none.
 *
 * @alpha
 */
export function kindsRead(objects: KubernetesObjects): KubernetesObjectKind[] {
  return KINDS.filter(kind => objects[LISTS[kind]] !== undefined);
}

/**
 * The state of every object that a text can name, from the objects and
 * workloads of one cluster.
 *
 * @alpha
 */
export function summarizeObjects(
  objects: KubernetesObjects,
  workloads: readonly Workload[],
): KubernetesObjectSummary[] {
  return [
    ...workloads.flatMap((workload): KubernetesObjectSummary[] => {
      const { kind, name, namespace } = workload;
      // Jobs that a CronJob owns are no workloads, and pods are of one.
      // Rollouts are not read themselves.
      return kind === 'Job' || kind === 'Pod' || kind === 'Rollout'
        ? []
        : [{ kind, name, namespace, workload }];
    }),
    ...workloads.flatMap(({ pods }) =>
      pods.map((pod): KubernetesObjectSummary => {
        const { name, namespace } = pod;
        return { kind: 'Pod', name, namespace, pod };
      }),
    ),
    ...(objects.replicaSets ?? []).map(
      ({ metadata, spec, status }): KubernetesObjectSummary => ({
        kind: 'ReplicaSet',
        ...identityOf(metadata),
        ready: status?.readyReplicas ?? 0,
        desired: spec?.replicas ?? 0,
      }),
    ),
    ...(objects.autoscalers ?? []).map(
      (each): KubernetesObjectSummary => ({
        kind: 'HorizontalPodAutoscaler',
        ...identityOf(each.metadata),
        autoscaler: toAutoscaler(each),
      }),
    ),
    ...(objects.jobs ?? []).map(
      (each): KubernetesObjectSummary => ({
        kind: 'Job',
        ...identityOf(each.metadata),
        ...jobState(each),
      }),
    ),
    ...(objects.services ?? []).map((each): KubernetesObjectSummary => {
      const address = addressOf(each);
      return {
        kind: 'Service',
        ...identityOf(each.metadata),
        type: each.spec?.type ?? 'ClusterIP',
        ports: portsOf(each),
        ...(address ? { address } : {}),
      };
    }),
    ...(objects.ingresses ?? []).map(
      (each): KubernetesObjectSummary => ({
        kind: 'Ingress',
        ...identityOf(each.metadata),
        hosts: hostsIn(each),
      }),
    ),
    ...(objects.configMaps ?? []).map(
      ({ metadata, keys }): KubernetesObjectSummary => ({
        kind: 'ConfigMap',
        ...identityOf(metadata),
        ...(keys === undefined ? {} : { keys }),
      }),
    ),
    ...(objects.resourceQuotas ?? []).map((each): KubernetesObjectSummary => {
      const nearest = nearestToLimit(each);
      return {
        kind: 'ResourceQuota',
        ...identityOf(each.metadata),
        ...(nearest ? { nearest } : {}),
      };
    }),
    ...(objects.limitRanges ?? []).map(
      ({ metadata }): KubernetesObjectSummary => ({
        kind: 'LimitRange',
        ...identityOf(metadata),
      }),
    ),
  ];
}

function identityOf(metadata: ObjectMeta | undefined) {
  const createdAt = toTime(metadata?.creationTimestamp);
  return {
    name: metadata?.name ?? '',
    namespace: metadata?.namespace ?? '',
    ...(createdAt ? { createdAt } : {}),
  };
}

/** Without a rule, or with one for no host, it takes what comes for any. */
function hostsIn({ spec }: KubernetesIngress): string[] {
  const hosts = (spec?.rules ?? []).map(({ host }) => host || '*');
  return hosts.length > 0 ? [...new Set(hosts)] : ['*'];
}
