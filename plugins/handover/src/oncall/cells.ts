import { lazy } from 'react';
import type { HandoverCell } from '../components';

/** Whom to call now, beside the owner. Only the backend knows whether anything tells. */
export const onCallCells: readonly HandoverCell[] = [
  {
    id: 'handover.oncall',
    // Its title is part of it, so that nothing is shown where nothing is known.
    order: 250,
    withoutDocument: true,
    component: lazy(() =>
      import('./lazyParts').then(each => ({ default: each.OnCallCell })),
    ),
  },
];
