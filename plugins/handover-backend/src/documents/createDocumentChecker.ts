import type { ParsedHandover } from '@backstage-handover/plugin-handover-common/documents';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { checkHandoverDocument } from '@backstage-handover/plugin-handover-common/secrets';

/**
 * Parses the text of a document and finds everything that is wrong with it.
 * With an entity, it must be about that one.
 */
export type DocumentChecker = (
  text: string,
  options?: { entityRef?: string },
) => Promise<ParsedHandover>;

/** Checks everything that a document must fulfil, secrets included. */
export function createDocumentChecker(options: {
  /** Schemes that links may have, without colon. */
  linkSchemes: readonly string[];
  /** Those that are configured. */
  environments?: Environments;
}): DocumentChecker {
  const { linkSchemes, environments } = options;
  return (text, { entityRef } = {}) =>
    checkHandoverDocument(text, { entityRef, linkSchemes, environments });
}
