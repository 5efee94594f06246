import { canonical } from '../deepEqual';
import type { JsonValue } from '../json';

/**
 * Whether two values have the same content. Line breaks at the end of a text
 * don't count: a block (`|`) has one, and parsing removes them.
 */
export function sameContent(
  a: JsonValue | undefined,
  b: JsonValue | undefined,
): boolean {
  return (
    a === b ||
    (a !== undefined &&
      b !== undefined &&
      canonical(withoutLastBreaks(a)) === canonical(withoutLastBreaks(b)))
  );
}

function withoutLastBreaks(value: JsonValue): JsonValue {
  if (typeof value === 'string') {
    return withoutBreaks(value);
  }
  if (Array.isArray(value)) {
    return value.map(withoutLastBreaks);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, each]) => [
          key,
          withoutLastBreaks(each),
        ]),
      )
    : value;
}

/** A text without the line breaks at its end. */
export function withoutBreaks(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '\n') {
    end -= 1;
  }
  return text.slice(0, end);
}
