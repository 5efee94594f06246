import type { HandoverDocument } from '../schema';
import { SECTION_KEYS, SECTION_TITLES } from '../sections';
import type { Coverage } from '../types';
import { codeSpan } from './plainLine';
import type { FieldComment } from './withComments';

/** Above each section that says something, what it does not say yet. */
export function missingInSections(
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
              'Still missing:',
              ...missing.map(({ path, why }) => `  ${path}: ${why}`),
            ],
          },
        ]
      : [];
  });
}

/** At the end, the sections that are not begun. */
export function missingSections(
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
        'Sections that are still missing. If one does not apply to this service, say so',
        'with notApplicable and the reason.',
        ...lines,
      ]
    : [];
}

/** The missing fields by section, as a Markdown list. Empty if there are none. */
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
