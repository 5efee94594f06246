import { lazy } from 'react';
import type { HandoverPanel } from '../components';
import { isInKubernetes } from '@backstage-handover/plugin-handover-common/kubernetes';
import { loadPanels } from './loadPanels';

// The tab answers before Kubernetes does.
const KubernetesIncident = lazy(() =>
  loadPanels().then(each => ({ default: each.KubernetesIncident })),
);
const KubernetesEnvironments = lazy(() =>
  loadPanels().then(each => ({
    default: each.KubernetesEnvironments,
  })),
);
const KubernetesRollback = lazy(() =>
  loadPanels().then(each => ({ default: each.KubernetesRollback })),
);
const KubernetesObjects = lazy(() =>
  loadPanels().then(each => ({ default: each.KubernetesObjects })),
);

/** What runs in Kubernetes, beside what is documented. */
export const kubernetesPanels: readonly HandoverPanel[] = [
  {
    id: 'handover.kubernetes.incident',
    placement: { at: 'start' },
    views: ['incident'],
    withoutDocument: true,
    filter: ({ entity }) => isInKubernetes(entity),
    component: KubernetesIncident,
  },
  {
    id: 'handover.kubernetes.environments',
    placement: { section: 'environments', at: 'after' },
    withoutDocument: true,
    filter: ({ entity, state: { document } }) =>
      isInKubernetes(entity) && (!document || Boolean(document.environments)),
    component: KubernetesEnvironments,
  },
  {
    id: 'handover.kubernetes.rollback',
    placement: { section: 'rollback', at: 'before' },
    withoutDocument: true,
    filter: ({ entity }) => isInKubernetes(entity),
    component: KubernetesRollback,
  },
  {
    id: 'handover.kubernetes.objects',
    placement: { section: 'dangerZones', at: 'item' },
    filter: ({ entity }) => isInKubernetes(entity),
    component: KubernetesObjects,
  },
];
