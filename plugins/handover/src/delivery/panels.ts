import { lazy } from 'react';
import type { HandoverPanel } from '../components';

/** Deployed versions, beside how it is deployed. It is loaded after what is written. */
export const deliveryPanels: readonly HandoverPanel[] = [
  {
    id: 'handover.delivery',
    placement: { section: 'deployment', at: 'after' },
    withoutDocument: true,
    component: lazy(() =>
      import('./DeliveryPanel').then(each => ({ default: each.DeliveryPanel })),
    ),
  },
];
