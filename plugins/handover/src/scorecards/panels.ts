import { lazy } from 'react';
import type { HandoverPanel } from '../components';

/** What each check was decided from, and how to fix what fails. */
export const scorecardPanels: readonly HandoverPanel[] = [
  {
    id: 'handover.scorecards.checks',
    placement: { at: 'end' },
    order: 50,
    views: ['document'],
    withoutDocument: true,
    component: lazy(() =>
      import('./lazyParts').then(each => ({ default: each.ScorecardPanel })),
    ),
  },
];
