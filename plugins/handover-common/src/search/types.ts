import type { SectionKey } from '../documents/sections';

/**
 * Type of a handover's sections in the search index.
 *
 * @public
 */
export const HANDOVER_SEARCH_TYPE = 'handover';

/**
 * One section of one entity's handover in the search index.
 *
 * @public
 */
export type HandoverSearchDocument = {
  /** Section and entity, for example `Rollback: Payments`. */
  title: string;
  /** The text of the section. */
  text: string;
  /** Path in the portal, to the section on the entity's Handover tab. */
  location: string;
  /** Full reference in lower case. */
  entityRef: string;
  /** The entity's title, or else its name. */
  entityTitle: string;
  section: SectionKey;
  /** Full reference of the owner; absent if the catalog has none. */
  owner?: string;
  /** Whether the review was overdue when it was indexed. */
  stale: boolean;
};
