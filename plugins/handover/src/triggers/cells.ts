import { lazy } from 'react';
import type { HandoverCell } from '../components';
import { isMeasured } from './isMeasured';

/**
 * Whether a deployment calls for a rollback, below what fires. In an incident, the
 * room `incident` shows it.
 */
export const triggerCells: readonly HandoverCell[] = [
  {
    id: 'handover.triggers.summary',
    layout: 'row',
    order: 65,
    views: ['document'],
    filter: isMeasured,
    component: lazy(() =>
      import('./lazyParts').then(each => ({ default: each.TriggerSummary })),
    ),
  },
];
