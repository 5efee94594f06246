import { findInTexts } from './findSecrets';

/**
 * Copies a value and replaces each secret in its texts with `[redacted]`. Keys
 * stay as they are.
 *
 * @alpha
 */
export async function redactSecrets<T>(value: T): Promise<T> {
  const texts: string[] = [];
  collect(value, texts);
  const redact = await findInTexts(texts);
  return redact ? (map(value, redact) as T) : value;
}

function collect(value: unknown, texts: string[]): void {
  if (typeof value === 'string') {
    texts.push(value);
  } else if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(each => collect(each, texts));
  }
}

function map(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return redact(value);
  }
  if (Array.isArray(value)) {
    return value.map(each => map(each, redact));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, map(each, redact)]),
      )
    : value;
}
