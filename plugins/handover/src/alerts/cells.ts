import { lazy } from 'react';
import type { HandoverCell } from '../components';

const AlertSummary = lazy(() =>
  import('./lazyPanels').then(each => ({ default: each.AlertSummary })),
);

/** What fires stands below what is wrong in the clusters. */
export const alertCells: readonly HandoverCell[] = [
  {
    id: 'handover.alerts.summary',
    layout: 'row',
    order: 60,
    // The incident view begins with all of them.
    views: ['document'],
    withoutDocument: true,
    component: AlertSummary,
  },
];
