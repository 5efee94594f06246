import type { Page } from '../page';
import type { DocumentChange } from './diff';
import type { HandoverDocument } from './schema';

/**
 * Whether the current document could be read. `ok` and `invalid` are about
 * what was read, `unreachable` means that its source could not be read.
 *
 * @public
 */
export type DocumentStatus = 'ok' | 'missing' | 'invalid' | 'unreachable';
/**
 * Where a document is edited.
 *
 * @public
 */
export type DocumentSource = 'repository' | 'portal';

/**
 * One thing that is wrong with a document, and where. Lines and columns count
 * from 1.
 *
 * @public
 */
export type Problem = {
  path: string;
  line?: number;
  column?: number;
  message: string;
  severity: 'error' | 'warning';
};

/**
 * How much of what a section requires is filled in.
 *
 * @public
 */
export type SectionState = 'covered' | 'partial' | 'missing';

/**
 * A required field that is empty, and why it matters.
 *
 * @public
 */
export type MissingField = { path: string; why: string };

/**
 * What a section covers, and which of its required fields are empty.
 *
 * @public
 */
export type SectionCoverage = {
  state: SectionState;
  notApplicable?: string;
  missing: MissingField[];
};

/**
 * How many of the required fields of a document are filled in.
 *
 * @public
 */
export type Coverage = {
  /** Covered required fields divided by all required fields, 0 to 1. */
  ratio: number;
  covered: number;
  required: number;
  sections: Record<string, SectionCoverage>;
};

/**
 * A handover in a list.
 *
 * @public
 */
export type DocumentSummary = {
  entityRef: string;
  title?: string;
  owner?: string;
  system?: string;
  tier?: number;
  source: DocumentSource;
  status: DocumentStatus;
  revision?: number;
  coverageRatio: number;
  stale: boolean;
  reviewDueAt?: string;
  /** When the state was last seen to change. */
  updatedAt: string;
  /** The revision in view; only where a list is asked to include it. */
  document?: HandoverDocument;
};

/**
 * One page of a list of handovers.
 *
 * @public
 */
export type DocumentPage = Page<DocumentSummary> & {
  /**
   * Set if Handover has not been able to follow the catalog for a while: the
   * time that its copy of the catalog is from.
   */
  catalogOutdatedSince?: string;
};

/**
 * The state of a handover from one time until the next entry.
 *
 * @public
 */
export type DocumentHistoryEntry = {
  /** RFC 3339. */
  at: string;
  status: DocumentStatus;
  /** Covered required fields divided by all required fields, 0 to 1. */
  coverageRatio: number;
  /** Coverage of each section. */
  sections: Record<string, SectionState>;
  stale: boolean;
  /** Number of the revision in view; absent for none. */
  revision?: number;
};

/**
 * A revision of a document, without its content.
 *
 * @public
 */
export type RevisionSummary = {
  number: number;
  source: DocumentSource;
  author?: string;
  message?: string;
  createdAt: string;
  contentHash: string;
  /** The commit or URL it was read from. */
  location?: string;
};

/**
 * A revision of a document with its content.
 *
 * @public
 */
export type Revision = RevisionSummary & {
  document: HandoverDocument;
  yaml: string;
};

/**
 * The present state of an entity's handover.
 *
 * @public
 */
export type DocumentState = {
  entityRef: string;
  source: DocumentSource;
  status: DocumentStatus;
  /** The revision in view: the last good one, whatever the status. */
  revision?: RevisionSummary;
  document?: HandoverDocument;
  coverage: Coverage;
  /** Why the status is not `ok`. */
  problems: Problem[];
  /** Since when the status is not `ok`. */
  failingSince?: string;
  /** Where it was read from, or looked for. */
  location?: string;
  checkedAt?: string;
  stale: boolean;
  reviewDueAt?: string;
  /**
   * Set if Handover has not been able to follow the catalog for a while: the
   * time that its copy of the entity is from.
   */
  catalogOutdatedSince?: string;
};

/**
 * What a check of a document found. Nothing was stored.
 *
 * @public
 */
export type ValidationResult = {
  /** Whether it would be stored. Warnings do not hinder that. */
  valid: boolean;
  problems: Problem[];
  /** Absent where the text could not be read as a document. */
  coverage?: Coverage;
};

/**
 * What changed between two revisions of a document, in document order.
 *
 * @public
 */
export type RevisionDiff = {
  from: number;
  to: number;
  /** Empty where the two say the same. */
  changes: DocumentChange[];
};
