import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { DocumentFactReader } from '../../documents/DocumentFactReader';

/** The handover of an entity: none, one, or why it is not known. */
export type HandoverInView =
  | { document?: HandoverDocument }
  | { missing: string };

/**
 * The handovers in view of these entities. A handover that was deleted says
 * nothing any more.
 *
 * @returns an entry for each entity
 */
export async function readHandovers(
  documents: Pick<DocumentFactReader, 'readRevisions' | 'readDocuments'>,
  entityRefs: string[],
): Promise<Map<string, HandoverInView>> {
  const inView = await documents.readRevisions(entityRefs);
  const documentsOf = await documents.readDocuments(
    new Map(
      [...inView]
        .filter(([, { revision, isDeleted }]) => revision > 0 && !isDeleted)
        .map(([ref, { revision }]) => [ref, revision]),
    ),
  );
  return new Map(
    entityRefs.map(ref => {
      const state = inView.get(ref);
      return [
        ref,
        !state || state.isUnread
          ? { missing: 'the handover could not be read yet' }
          : { document: documentsOf.get(ref) },
      ];
    }),
  );
}
