import { type HandoverCell, HandoverText } from '../components';
import { goldenItems } from './goldenItems';
import { ObservabilityCell } from './ObservabilityCell';

/** Where to look, beside whom to call. */
export const observabilityCells: readonly HandoverCell[] = [
  {
    id: 'handover.observability',
    title: (
      <HandoverText>{t => t('document.sections.observability')}</HandoverText>
    ),
    order: 350,
    withoutDocument: true,
    filter: ({ entity, state }) =>
      goldenItems(entity, state.document).length > 0,
    component: ObservabilityCell,
  },
];
