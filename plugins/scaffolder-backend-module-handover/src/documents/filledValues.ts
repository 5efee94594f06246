import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * Leaves out what a form left blank: empty texts, lists and objects, and null.
 * A field that nobody filled in is missing in the document, not wrong.
 */
export function filledValues(values: JsonObject): JsonObject {
  const filled = withoutBlanks(values);
  return isObject(filled) ? filled : {};
}

function withoutBlanks(value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value === 'string') {
    return value.trim() === '' ? undefined : value;
  }
  if (Array.isArray(value)) {
    const items = value.flatMap((item): JsonValue[] => {
      const filled = withoutBlanks(item);
      return filled === undefined ? [] : [filled];
    });
    return items.length > 0 ? items : undefined;
  }
  if (isObject(value)) {
    const entries = Object.entries(value).flatMap(([key, each]) => {
      const filled = withoutBlanks(each);
      return filled === undefined ? [] : [[key, filled] as const];
    });
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }
  return value ?? undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
