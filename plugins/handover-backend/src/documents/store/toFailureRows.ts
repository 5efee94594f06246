import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { FailureRow, RevisionRow } from './tables';

/** The documented failures of a revision, as they are looked for. */
export function toFailureRows(
  revision: Pick<RevisionRow, 'entity_ref' | 'number' | 'document'>,
): FailureRow[] {
  const document: HandoverDocument = JSON.parse(revision.document);
  return (document.failures?.items ?? []).map((failure, position) => ({
    entity_ref: revision.entity_ref,
    number: revision.number,
    position,
    failure: JSON.stringify(failure),
    search_text: [
      failure.symptom,
      failure.match?.reason,
      failure.match?.message,
      failure.match?.container,
      failure.match?.alert,
      failure.cause,
    ]
      .filter(Boolean)
      .join('\n')
      .toLocaleLowerCase('en-US'),
  }));
}
