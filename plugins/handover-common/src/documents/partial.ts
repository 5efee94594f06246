import type { Finding } from './issues';
import type { PathSegments } from './path';
import type { HandoverDocument } from './schema';
import { isFilled, SECTION_KEYS, type SectionKey } from './sections';
import type { SemanticFinding } from './semantics';
import type { PartialDocument } from './types';

/**
 * The sections of an invalid document that have no errors. There is none if an
 * error leaves it open whether the text is a handover of this entity at all.
 * Errors in the rest of the metadata and in unknown keys concern no section.
 *
 * @param value - The content that the findings are about.
 * @param validate - The document that a value is, if it is valid.
 */
export function partialDocument(
  value: unknown,
  findings: readonly (Finding | SemanticFinding)[],
  validate: (value: unknown) => HandoverDocument | undefined,
): PartialDocument | undefined {
  const errors = findings.filter(
    finding => !('severity' in finding) || finding.severity === 'error',
  );
  if (errors.some(({ path }) => concernsAll(path))) {
    return undefined;
  }
  const failed = new Set(errors.map(({ path }) => path[0]));
  const sections = SECTION_KEYS.flatMap((key): [SectionKey, unknown][] => {
    const section = contentOf(value, key);
    return !failed.has(key) && isFilled(section) ? [[key, section]] : [];
  });
  // A section may be valid only beside another one: what is shown is checked again.
  const document = validate({
    apiVersion: contentOf(value, 'apiVersion'),
    kind: contentOf(value, 'kind'),
    ...Object.fromEntries(sections),
  });
  return document && sections.length > 0
    ? {
        document,
        sectionsWithErrors: SECTION_KEYS.filter(key => failed.has(key)),
      }
    : undefined;
}

function contentOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, key)
    : undefined;
}

/** Whether an error is about the format of the document, or about its entity. */
function concernsAll([key, field]: PathSegments): boolean {
  switch (key) {
    case undefined:
    case 'apiVersion':
    case 'kind':
      return true;
    case 'metadata':
      return field === undefined || field === 'entityRef';
    default:
      return false;
  }
}
