/** A kind of object that the API serves. */
export type Resource = {
  group: string;
  version: string;
  kind: string;
  plural: string;
  shortNames?: string[];
  namespaced: boolean;
  categories?: string[];
};

const apps = { group: 'apps', version: 'v1', namespaced: true };
const core = { group: '', version: 'v1', namespaced: true };
const batch = { group: 'batch', version: 'v1', namespaced: true };
const all = { categories: ['all'] };

/** What can be listed, got and watched. */
export const RESOURCES: readonly Resource[] = [
  { ...core, kind: 'Pod', plural: 'pods', shortNames: ['po'], ...all },
  { ...core, kind: 'Service', plural: 'services', shortNames: ['svc'], ...all },
  { ...core, kind: 'ConfigMap', plural: 'configmaps', shortNames: ['cm'] },
  { ...core, kind: 'Event', plural: 'events', shortNames: ['ev'] },
  { ...core, kind: 'LimitRange', plural: 'limitranges' },
  { ...core, kind: 'ResourceQuota', plural: 'resourcequotas' },
  {
    ...core,
    kind: 'Namespace',
    plural: 'namespaces',
    shortNames: ['ns'],
    namespaced: false,
  },
  {
    ...apps,
    kind: 'Deployment',
    plural: 'deployments',
    shortNames: ['deploy'],
    ...all,
  },
  {
    ...apps,
    kind: 'ReplicaSet',
    plural: 'replicasets',
    shortNames: ['rs'],
    ...all,
  },
  {
    ...apps,
    kind: 'StatefulSet',
    plural: 'statefulsets',
    shortNames: ['sts'],
    ...all,
  },
  {
    ...apps,
    kind: 'DaemonSet',
    plural: 'daemonsets',
    shortNames: ['ds'],
    ...all,
  },
  { ...apps, kind: 'ControllerRevision', plural: 'controllerrevisions' },
  { ...batch, kind: 'Job', plural: 'jobs', ...all },
  { ...batch, kind: 'CronJob', plural: 'cronjobs', shortNames: ['cj'], ...all },
  {
    group: 'autoscaling',
    version: 'v2',
    kind: 'HorizontalPodAutoscaler',
    plural: 'horizontalpodautoscalers',
    shortNames: ['hpa'],
    namespaced: true,
    ...all,
  },
  {
    group: 'networking.k8s.io',
    version: 'v1',
    kind: 'Ingress',
    plural: 'ingresses',
    shortNames: ['ing'],
    namespaced: true,
  },
];

/** `apps/v1`, or `v1` for the group without a name. */
export function apiVersionOf({
  group,
  version,
}: Pick<Resource, 'group' | 'version'>): string {
  return group ? `${group}/${version}` : version;
}
