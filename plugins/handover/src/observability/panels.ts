import type { HandoverPanel } from '../components';
import { ObservabilityPanel } from './ObservabilityPanel';

/** The section with what the catalog adds to it. */
export const observabilityPanels: readonly HandoverPanel[] = [
  {
    id: 'handover.observability',
    placement: { section: 'observability', at: 'instead' },
    withoutDocument: true,
    component: ObservabilityPanel,
  },
];
