import { lazy } from 'react';
import type { HandoverPanel } from '../components';

/** Who is on call at each level, before the levels that are documented. */
export const onCallPanels: readonly HandoverPanel[] = [
  {
    id: 'handover.oncall',
    placement: { section: 'escalation', at: 'before' },
    withoutDocument: true,
    component: lazy(() =>
      import('./lazyParts').then(each => ({ default: each.OnCallPanel })),
    ),
  },
];
