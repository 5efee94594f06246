import type { KubernetesObjects } from './objects';

/**
 * A kind of objects that is read.
 *
 * @alpha
 */
export type ReadKind = {
  /** Its name in Kubernetes' addresses, and in the Kubernetes plugin's answers. */
  plural: string;
  path: string;
  key: keyof KubernetesObjects;
  /** Only shown where a text names one, which says if they could not be read. */
  isAside?: true;
};

/**
 * The kinds that are read from a cluster. Secrets are never read.
 *
 * @alpha
 */
export const READ_KINDS: readonly ReadKind[] = [
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
  { plural: 'configmaps', path: '/api/v1', key: 'configMaps', isAside: true },
  {
    plural: 'resourcequotas',
    path: '/api/v1',
    key: 'resourceQuotas',
    isAside: true,
  },
  { plural: 'limitranges', path: '/api/v1', key: 'limitRanges', isAside: true },
];
