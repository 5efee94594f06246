import type { JsonValue } from './json';
import { formatPath, type PathSegments } from './path';
import type { HandoverDocument } from './schema';

/**
 * A field of a document that is a web address.
 *
 * @alpha
 */
export type DocumentLink = {
  /** Of the field, `architecture.links[0].url`. */
  path: string;
  /** In the form in which addresses are compared, without fragment. */
  url: string;
};

/** Longer ones are none that anybody follows, and no index holds them. */
const MAX_URL = 2_000;

/**
 * Every field whose whole value is an http or https address, in document order.
 * Addresses with a user or a password are left out, as they are credentials.
 *
 * @alpha
 */
export function linksOf(document: HandoverDocument): DocumentLink[] {
  return find(document as JsonValue, []);
}

function find(
  value: JsonValue | undefined,
  path: PathSegments,
): DocumentLink[] {
  if (typeof value === 'string') {
    const url = toWebAddress(value);
    return url ? [{ path: formatPath(path), url }] : [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => find(item, [...path, index]));
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => find(item, [...path, key]))
    : [];
}

function toWebAddress(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^https?:\/\/\S+$/i.test(trimmed) || !URL.canParse(trimmed)) {
    return undefined;
  }
  const url = new URL(trimmed);
  if (url.username || url.password) {
    return undefined;
  }
  url.hash = '';
  return url.href.length <= MAX_URL ? url.href : undefined;
}
