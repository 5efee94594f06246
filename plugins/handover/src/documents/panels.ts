import type { HandoverPanel } from '../components';
import { RevisionPanel } from './RevisionPanel';

/** The history of the document, after what it says. */
export const documentPanels: readonly HandoverPanel[] = [
  {
    id: 'handover.revisions',
    placement: { at: 'end' },
    views: ['document'],
    component: RevisionPanel,
  },
];
