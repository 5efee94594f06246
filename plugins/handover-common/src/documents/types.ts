import type { Page } from '../page';
import type { DocumentChange } from './diff';
import type { SectionKey } from './registry/types';
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
 * A problem in a document. Lines and columns start at 1.
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
 * How many of the required fields of a section are filled in.
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
 * The coverage of a section, and its required fields that are empty.
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
  /** When the state last changed. */
  updatedAt: string;
  /** The last good revision, if the request includes it. */
  document?: HandoverDocument;
  /**
   * The level on each scorecard, if the request includes it: its id, or `none`
   * below the lowest. Scorecards without a result are absent.
   */
  levels?: Record<string, string>;
  /**
   * The coverage of each section of the last good revision, if the request
   * includes it. Empty if there is none.
   */
  sections?: Record<string, SectionState>;
  /** Number of problems that the check found, if the request includes coverage. */
  problems?: number;
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
 * How many handovers cover a section, partly cover it, or don't have it.
 *
 * @public
 */
export type SectionFigures = {
  covered: number;
  partial: number;
  missing: number;
};

/**
 * Figures of a set of handovers.
 *
 * @public
 */
export type FleetFigures = {
  /** Services that can have a handover, with or without one. */
  services: number;
  status: Record<DocumentStatus, number>;
  /** Handovers whose review is overdue. */
  stale: number;
  /**
   * The mean of all coverage ratios. A service without a handover counts as 0.
   * Absent if there are no services.
   */
  meanCoverage?: number;
  /** By the key of the section. */
  sections: Record<string, SectionFigures>;
};

/**
 * Figures of the handovers of one owner, system or domain.
 *
 * @public
 */
export type FleetGroup = FleetFigures & {
  /** The owner, system or domain. Absent for services without one. */
  entityRef?: string;
};

/**
 * Figures of all handovers that match some filters.
 *
 * @public
 */
export type FleetSummary = {
  totals: FleetFigures;
  /** Present if the request has `groupBy`, the largest first. */
  groups?: FleetGroup[];
  /** The number of groups, including those beyond the limit. */
  totalGroups?: number;
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
  /** Number of the last good revision, if there is one. */
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
  /** The commit or URL that it was read from. */
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
 * The sections of an invalid document that have no errors, for people to read.
 * They are not in force: the gate, coverage, scorecards, search and exports
 * ignore them.
 *
 * @public
 */
export type PartialDocument = {
  /** The sections without errors, without `metadata`. */
  document: HandoverDocument;
  /** The sections that have errors, in document order. */
  sectionsWithErrors: SectionKey[];
};

/**
 * The current state of an entity's handover.
 *
 * @public
 */
export type DocumentState = {
  entityRef: string;
  source: DocumentSource;
  status: DocumentStatus;
  /** The last good revision, whatever the status. */
  revision?: RevisionSummary;
  document?: HandoverDocument;
  /** Present if the status is `invalid` and there is no good revision. */
  partial?: PartialDocument;
  coverage: Coverage;
  /** Why the status is not `ok`. */
  problems: Problem[];
  /** Since when the status is not `ok`. */
  failingSince?: string;
  /** Where the document was read from or expected. */
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
 * The result of checking a document without storing it.
 *
 * @public
 */
export type ValidationResult = {
  /** Whether the document has no errors. It can have warnings. */
  valid: boolean;
  problems: Problem[];
  /** Absent if the text is not a valid document. */
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
  /** Empty if both have the same content. */
  changes: DocumentChange[];
};
