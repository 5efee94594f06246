import type {
  HandoverDocument,
  SectionKey,
} from '@backstage-handover/plugin-handover-common';
import { SECTION_KEYS } from '@backstage-handover/plugin-handover-common/documents';

/** What a document says in a section. */
export type SectionContent<K extends SectionKey> = NonNullable<
  HandoverDocument[K]
>;

/** The sections in the order in which they are shown. */
export const SECTION_ORDER: readonly SectionKey[] = SECTION_KEYS;

/** What an incident needs, in the order in which it is needed. */
export const INCIDENT_SECTIONS: readonly SectionKey[] = [
  'failures',
  'rollback',
  'escalation',
  'dangerZones',
];
