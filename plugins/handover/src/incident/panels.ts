import { lazy } from 'react';
import type { HandoverPanel } from '../components';
import { isInKubernetes } from '../kubernetes';

/** What an incident begins with. */
export const incidentPanels: readonly HandoverPanel[] = [
  {
    id: 'handover.incident.summary',
    placement: { at: 'start' },
    // Before the workloads with their fixes.
    order: 50,
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
