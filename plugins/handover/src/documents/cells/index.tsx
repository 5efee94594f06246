import { type HandoverCell, HandoverText } from '../../components';
import { CoverageCell } from './CoverageCell';
import { DangerAlert } from './DangerAlert';
import { DangerCell } from './DangerCell';
import { EscalationCell } from './EscalationCell';
import { ReviewCell } from './ReviewCell';
import { RollbackCell } from './RollbackCell';

/** The most important facts of the document, and how reliable it is. */
export const documentCells: readonly HandoverCell[] = [
  {
    id: 'handover.escalation',
    title: <HandoverText>{t => t('tab.glance.escalation')}</HandoverText>,
    order: 300,
    component: EscalationCell,
  },
  {
    id: 'handover.rollback',
    title: <HandoverText>{t => t('document.sections.rollback')}</HandoverText>,
    layout: 'wide',
    views: ['document'],
    order: 400,
    component: RollbackCell,
  },
  // In an incident, before whom to call.
  {
    id: 'handover.rollback.incident',
    title: <HandoverText>{t => t('document.sections.rollback')}</HandoverText>,
    layout: 'wide',
    views: ['incident'],
    order: 150,
    component: RollbackCell,
  },
  // On a phone, what can wait would push it out of the first sight.
  {
    id: 'handover.dangerZones',
    layout: 'alert',
    views: ['document'],
    order: 500,
    component: DangerAlert,
  },
  // In an incident, the first screen belongs to what fails and its fix.
  {
    id: 'handover.dangerZones.incident',
    title: <HandoverText>{t => t('tab.danger.title')}</HandoverText>,
    views: ['incident'],
    order: 500,
    filter: ({ state }) => Boolean(state.document?.dangerZones?.items?.length),
    component: DangerCell,
  },
  {
    id: 'handover.coverage',
    title: <HandoverText>{t => t('tab.glance.coverage')}</HandoverText>,
    views: ['document'],
    order: 600,
    component: CoverageCell,
  },
  {
    id: 'handover.review',
    title: <HandoverText>{t => t('tab.glance.freshness')}</HandoverText>,
    views: ['document'],
    order: 700,
    component: ReviewCell,
  },
];
