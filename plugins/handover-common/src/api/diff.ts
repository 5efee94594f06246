import type { DocumentChange } from '../documents/diff';

/** What changed between two revisions of a document, in document order. */
export type RevisionDiff = {
  from: number;
  to: number;
  /** Empty where the two say the same. */
  changes: DocumentChange[];
};
