import { lazy } from 'react';
import type { HandoverPanel } from '../components';
import { isMeasured } from './isMeasured';

/** Whether to roll back stands before how. */
export const triggerPanels: readonly HandoverPanel[] = [
  {
    id: 'handover.triggers',
    placement: { section: 'rollback', at: 'before' },
    order: 50,
    filter: isMeasured,
    component: lazy(() =>
      import('./lazyParts').then(each => ({ default: each.TriggersPanel })),
    ),
  },
];
