import type { HandoverPanel, HandoverPanelProps } from '../components';
import { WindowsSection } from './WindowsSection';

function WindowsPanel({ entityRef, state }: HandoverPanelProps) {
  return <WindowsSection entityRef={entityRef} document={state.document} />;
}

/**
 * The windows that apply. Calendars of the system, domain and organization
 * apply even if the document has no windows.
 */
export const gatePanels: readonly HandoverPanel[] = [
  {
    id: 'handover.gate.windows',
    placement: { section: 'windows', at: 'instead' },
    component: WindowsPanel,
  },
];
