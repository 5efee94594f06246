import type { HandoverCell } from '../components';
import { HealthCell } from './HealthCell';
import { isInKubernetes } from './isInKubernetes';

/** What is wrong now comes before everything else. */
export const kubernetesCells: readonly HandoverCell[] = [
  {
    id: 'handover.kubernetes.health',
    layout: 'row',
    order: 50,
    withoutDocument: true,
    filter: ({ entity }) => isInKubernetes(entity),
    component: HealthCell,
  },
];
