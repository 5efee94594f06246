/**
 * A text with U+FFFD in the place of each NUL, which PostgreSQL does not store.
 */
export function withoutNul(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}
