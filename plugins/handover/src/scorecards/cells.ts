import { lazy } from 'react';
import type { HandoverCell } from '../components';

/** The level of each scorecard, and what the next one needs. */
export const scorecardCells: readonly HandoverCell[] = [
  {
    id: 'handover.scorecards',
    // Its title is part of it, so that nothing is shown where none applies.
    order: 650,
    views: ['document'],
    withoutDocument: true,
    component: lazy(() =>
      import('./lazyParts').then(each => ({ default: each.ScorecardCell })),
    ),
  },
];
