import type { JsonValue } from '../documents/json';
import type { Evidence } from './types';

/** A value that was read somewhere. */
export type Said<T extends JsonValue> = { value: T; evidence: Evidence };

/** Each value once, with the first evidence for it. */
export function distinctValues<T extends JsonValue>(
  said: readonly Said<T>[],
): Said<T>[] {
  const found = new Map<string, Said<T>>();
  for (const each of said) {
    const key = JSON.stringify(each.value);
    if (!found.has(key)) {
      found.set(key, each);
    }
  }
  return [...found.values()];
}
