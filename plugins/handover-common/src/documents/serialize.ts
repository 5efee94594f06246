import { Document, isScalar, visit } from 'yaml';
import type { HandoverDocument } from './schema';
import { SECTION_KEYS } from './sections';

/** Longest line of prose before it is put on a line of its own, folded. */
const LINE_WIDTH = 80;

/**
 * Writes a document as YAML, with the sections in reading order. Parsing the
 * result gives the same document again.
 *
 * @alpha
 */
export function serializeHandoverDocument(document: HandoverDocument): string {
  const ordered: Record<string, unknown> = {};
  for (const key of [
    'apiVersion',
    'kind',
    'metadata',
    ...SECTION_KEYS,
  ] as const) {
    if (document[key] !== undefined) {
      ordered[key] = document[key];
    }
  }
  return toYaml(ordered);
}

/** Writes values as YAML: blocks for text of several lines, no anchors. */
export function toYaml(
  content: unknown,
  tune: (yaml: Document) => void = () => {},
): string {
  const yaml = new Document(content, { aliasDuplicateObjects: false });
  visit(yaml, {
    Scalar(_, node) {
      if (
        isScalar(node) &&
        typeof node.value === 'string' &&
        node.value.includes('\n')
      ) {
        node.type = 'BLOCK_LITERAL';
      }
    },
  });
  tune(yaml);
  return yaml.toString({
    lineWidth: LINE_WIDTH,
    // Quoted text that is spread over lines loses blanks next to its line breaks.
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}
