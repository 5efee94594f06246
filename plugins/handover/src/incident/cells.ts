import { lazy } from 'react';
import type { HandoverCell } from '../components';
import { isInKubernetes } from '../kubernetes';

/** What an incident begins with. */
export const incidentCells: readonly HandoverCell[] = [
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
];
