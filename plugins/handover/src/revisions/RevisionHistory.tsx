export type RevisionHistoryProps = { entityRef: string };

/** The revisions of a handover, and what changed between two of them. */
export function RevisionHistory(_props: RevisionHistoryProps) {
  return null;
}
