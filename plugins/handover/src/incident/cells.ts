import { lazy } from 'react';
import type { HandoverCell } from '../components';
import { isInKubernetes } from '../kubernetes';
import { isMeasured } from '../triggers';
import { dependenciesOf } from './dependenciesOf';

const DriftNotice = lazy(() =>
  import('./DriftNotice').then(each => ({ default: each.DriftNotice })),
);

/** What an incident begins with, and what may have caused it. */
export const incidentCells: readonly HandoverCell[] = [
  {
    id: 'handover.drift',
    layout: 'row',
    order: 60,
    withoutDocument: true,
    filter: ({ entity }) => isInKubernetes(entity),
    component: DriftNotice,
  },
  {
    id: 'handover.incident',
    layout: 'row',
    order: 40,
    views: ['incident'],
    withoutDocument: true,
    filter: ({ entity }) => isInKubernetes(entity),
    component: lazy(() =>
      import('./IncidentSummary').then(each => ({
        default: each.IncidentSummary,
      })),
    ),
  },
  {
    id: 'handover.incident.triggers',
    layout: 'row',
    order: 65,
    views: ['incident'],
    filter: isMeasured,
    component: lazy(() =>
      import('./IncidentTriggers').then(each => ({
        default: each.IncidentTriggers,
      })),
    ),
  },
  {
    id: 'handover.dependencies',
    layout: 'row',
    order: 45,
    views: ['incident'],
    withoutDocument: true,
    filter: ({ entity, state: { document } }) =>
      dependenciesOf(entity, document).length > 0,
    component: lazy(() =>
      import('./Dependencies').then(each => ({ default: each.Dependencies })),
    ),
  },
];
