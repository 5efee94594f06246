import {
  coverageOf,
  serializeHandoverDocument,
} from '@backstage-handover/plugin-handover-common/documents';
import type {
  Coverage,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import { owedInSections, owedSections } from './owed';
import { withComments } from './withComments';
import type { FieldComment } from './withComments';

/**
 * A document as the text of `handover.yaml`, with comments for what is still to
 * be said.
 *
 * @param options.header - lines of the comment at the top
 * @param options.fields - more comments, which stand below those of a section
 * @param options.schemaUrl - where editors find the JSON Schema
 */
export function toText(
  document: HandoverDocument,
  options: { header: string[]; fields?: FieldComment[]; schemaUrl?: string },
): { text: string; coverage: Coverage } {
  const coverage = coverageOf(document);
  const text = withComments(serializeHandoverDocument(document), {
    header: [
      ...(options.schemaUrl
        ? [`yaml-language-server: $schema=${options.schemaUrl}`]
        : []),
      ...options.header,
    ],
    fields: [...owedInSections(document, coverage), ...(options.fields ?? [])],
    footer: owedSections(document, coverage),
  });
  return { text, coverage };
}
