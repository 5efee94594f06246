import { lazy } from 'react';
import type { HandoverPanel } from '../components';

const AlertsIncident = lazy(() =>
  import('./lazyPanels').then(each => ({ default: each.AlertsIncident })),
);

/** What fires, beside its documented fix. */
export const alertPanels: readonly HandoverPanel[] = [
  {
    id: 'handover.alerts.incident',
    placement: { at: 'start' },
    // After what fails in the clusters.
    order: 110,
    views: ['incident'],
    withoutDocument: true,
    component: AlertsIncident,
  },
];
