import type { HandoverCell } from '../components';
import { HealthCell } from './HealthCell';
import { isInKubernetes } from './isInKubernetes';

/** What is wrong now comes before everything else. */
export const kubernetesCells: readonly HandoverCell[] = [
  {
    id: 'handover.kubernetes.health',
    layout: 'row',
    order: 50,
    filter: ({ entity }) => isInKubernetes(entity),
    component: HealthCell,
  },
];
