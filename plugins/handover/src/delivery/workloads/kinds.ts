import type {
  KubernetesObjects,
  LiveObjectKind,
} from '@backstage-handover/plugin-handover-common';

type Kind = {
  /** Its name in Kubernetes' addresses, and in the Kubernetes plugin's answers. */
  plural: string;
  path: string;
  key: keyof KubernetesObjects;
};

/** What is always read of a cluster. Secrets never are. */
export const KINDS: readonly Kind[] = [
  { plural: 'pods', path: '/api/v1', key: 'pods' },
  { plural: 'services', path: '/api/v1', key: 'services' },
  { plural: 'deployments', path: '/apis/apps/v1', key: 'deployments' },
  { plural: 'replicasets', path: '/apis/apps/v1', key: 'replicaSets' },
  { plural: 'statefulsets', path: '/apis/apps/v1', key: 'statefulSets' },
  { plural: 'daemonsets', path: '/apis/apps/v1', key: 'daemonSets' },
  {
    plural: 'controllerrevisions',
    path: '/apis/apps/v1',
    key: 'controllerRevisions',
  },
  { plural: 'jobs', path: '/apis/batch/v1', key: 'jobs' },
  { plural: 'cronjobs', path: '/apis/batch/v1', key: 'cronJobs' },
  {
    plural: 'horizontalpodautoscalers',
    path: '/apis/autoscaling/v2',
    key: 'autoscalers',
  },
  { plural: 'ingresses', path: '/apis/networking.k8s.io/v1', key: 'ingresses' },
];

/** What is read only where a text names one, each with its kind. */
export const NAMED_KINDS: readonly (Kind & { kind: LiveObjectKind })[] = [
  {
    kind: 'ConfigMap',
    plural: 'configmaps',
    path: '/api/v1',
    key: 'configMaps',
  },
  {
    kind: 'ResourceQuota',
    plural: 'resourcequotas',
    path: '/api/v1',
    key: 'resourceQuotas',
  },
  {
    kind: 'LimitRange',
    plural: 'limitranges',
    path: '/api/v1',
    key: 'limitRanges',
  },
];
