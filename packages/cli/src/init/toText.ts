import {
  coverageOf,
  SECTION_KEYS,
  serializeHandoverDocument,
} from '@backstage-handover/plugin-handover-common/documents';
import type {
  Coverage,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';

/**
 * Writes a new document, followed by what is still to be said, as comments: each
 * required field that is empty, and why it matters.
 *
 * @param options.schema - where editors find the JSON Schema
 */
export function toText(
  document: HandoverDocument,
  options: { schema?: string } = {},
): string {
  return [
    ...(options.schema
      ? [`# yaml-language-server: $schema=${options.schema}\n`]
      : []),
    '# What one must know to take this service over.\n',
    serializeHandoverDocument(document),
    ...toBeSaid(coverageOf(document)),
  ].join('');
}

function toBeSaid({ sections }: Coverage): string[] {
  const open = SECTION_KEYS.flatMap(key => {
    const fields = sections[key]?.missing ?? [];
    return fields.length > 0
      ? [
          `\n# ${key}\n`,
          ...fields.map(each => `#   ${each.path}: ${each.why}\n`),
        ]
      : [];
  });
  return open.length > 0
    ? [
        '\n# Still to be said. What does not apply is said with notApplicable and the reason.\n',
        ...open,
      ]
    : [];
}
