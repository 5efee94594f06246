import type { HandoverDocument } from './schema';
import { isFilled, type SectionKey } from './sections';
import { readableDuration, words } from './words';

/**
 * What a section says, a line for each field, for searching and for short
 * extracts. Text fields stay as they were written.
 *
 * @returns empty where the section says nothing.
 */
export function sectionText(
  document: HandoverDocument,
  section: SectionKey,
): string {
  return fieldLines(document[section] ?? {}).join('\n');
}

function fieldLines(fields: object): string[] {
  return Object.entries(fields)
    .filter(([, value]) => isFilled(value))
    .flatMap(([field, value]) => valueLines(value, field));
}

function valueLines(value: unknown, field: string): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(item => valueLines(item, field));
  }
  if (typeof value === 'object' && value !== null) {
    return fieldLines(value);
  }
  const text = String(value);
  return [`${words(field)}: ${readableDuration(text) ?? text}`];
}
