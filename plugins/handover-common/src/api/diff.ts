/** What changed between two revisions of a document. */
export type RevisionDiff = {
  from: number;
  to: number;
  sections: object[];
};
