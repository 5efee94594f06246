import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { SectionKey } from '../components';

/** What a document says in a section. */
export type SectionContent<K extends SectionKey> = NonNullable<
  HandoverDocument[K]
>;

/**
 * The sections in the order in which they are shown. Spelled out here because
 * the schema that knows them too would bring the whole validation library into
 * the browser; a test holds the two together.
 */
export const SECTION_ORDER: readonly SectionKey[] = [
  'overview',
  'environments',
  'architecture',
  'notes',
  'dayOne',
  'deployment',
  'rollback',
  'failures',
  'windows',
  'dangerZones',
  'escalation',
  'resilience',
  'firstThirtyDays',
  'responsibilities',
  'completion',
];

/** What an incident needs, in the order in which it is needed. */
export const INCIDENT_SECTIONS: readonly SectionKey[] = [
  'failures',
  'rollback',
  'escalation',
  'dangerZones',
];
