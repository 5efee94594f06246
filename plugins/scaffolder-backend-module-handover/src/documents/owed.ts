import {
  SECTION_KEYS,
  SECTION_TITLES,
} from '@backstage-handover/plugin-handover-common/documents';
import type {
  Coverage,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import { codeSpan } from './plainLine';
import type { FieldComment } from './withComments';

/** Above each section that says something, what it does not say yet. */
export function owedInSections(
  document: HandoverDocument,
  { sections }: Coverage,
): FieldComment[] {
  return SECTION_KEYS.flatMap(key => {
    const missing = sections[key]?.missing ?? [];
    return document[key] && missing.length > 0
      ? [
          {
            path: [key],
            lines: [
              'Still to be said:',
              ...missing.map(({ path, why }) => `  ${path}: ${why}`),
            ],
          },
        ]
      : [];
  });
}

/** At the end, the sections that are not begun. */
export function owedSections(
  document: HandoverDocument,
  { sections }: Coverage,
): string[] {
  const lines = SECTION_KEYS.flatMap(key => {
    const missing = sections[key]?.missing ?? [];
    return document[key] || missing.length === 0
      ? []
      : ['', `${key}:`, ...missing.map(({ path, why }) => `  ${path}: ${why}`)];
  });
  return lines.length > 0
    ? [
        'Sections still to be written. One that does not apply to this service says',
        'so with notApplicable and the reason.',
        ...lines,
      ]
    : [];
}

/** What is missing, section by section, as a Markdown list. Empty when nothing is. */
export function missingAsMarkdown({ sections }: Coverage): string {
  return SECTION_KEYS.flatMap(key => {
    const missing = sections[key]?.missing ?? [];
    return missing.length > 0
      ? [
          `- **${SECTION_TITLES[key]}**`,
          ...missing.map(({ path, why }) => `  - ${codeSpan(path)}: ${why}`),
        ]
      : [];
  }).join('\n');
}
