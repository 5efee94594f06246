import { fieldPlace, type FieldPlace } from './registry/fieldPlace';
import type { HandoverDocument } from './schema';
import { isFilled, type SectionKey } from './sections';
import { withoutMarkup } from './withoutMarkup';
import { readableDuration } from './words';

/**
 * The text of a section, one line per field, for search and excerpts. Markdown is
 * without its markup, and ids are left out.
 *
 * @returns empty text if the section is empty
 *
 * @alpha
 */
export function sectionText(
  document: HandoverDocument,
  section: SectionKey,
): string {
  return fieldLines(document[section] ?? {}, key =>
    fieldPlace(section, key),
  ).join('\n');
}

function fieldLines(
  fields: object,
  placeOf: (key: string) => FieldPlace,
): string[] {
  return Object.entries(fields)
    .filter(([key, value]) => key !== 'id' && isFilled(value))
    .flatMap(([key, value]) => valueLines(value, placeOf(key)));
}

function valueLines(value: unknown, place: FieldPlace): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(item => valueLines(item, place));
  }
  if (typeof value === 'object' && value !== null) {
    return fieldLines(value, key => place.field(key));
  }
  const text = place.isMarkdown ? withoutMarkup(String(value)) : String(value);
  return [
    `${place.label}: ${place.option(text) ?? readableDuration(text) ?? text}`,
  ];
}
