/** Shorter parts of a header are words such as `Basic`. */
const MIN_LENGTH = 6;

/**
 * A text of a system without the headers that were sent to it, in case that it
 * repeats what it got.
 */
export function withoutCredentials(
  text: string,
  headers: Record<string, string>,
): string {
  return Object.values(headers)
    .flatMap(value => [value, ...value.split(/\s+/)])
    .filter(({ length }) => length > MIN_LENGTH)
    .reduce((shown, secret) => shown.replaceAll(secret, '[redacted]'), text);
}
