import type { HandoverCell } from '../components';
import { HealthCell } from './HealthCell';
import { isInKubernetes } from '@backstage-handover/plugin-handover-common/kubernetes';

/** What is wrong now comes before everything else. */
export const kubernetesCells: readonly HandoverCell[] = [
  {
    id: 'handover.kubernetes.health',
    layout: 'row',
    order: 50,
    // The incident view begins with it in full, and needs the room for the fix.
    views: ['document'],
    withoutDocument: true,
    filter: ({ entity }) => isInKubernetes(entity),
    component: HealthCell,
  },
];
