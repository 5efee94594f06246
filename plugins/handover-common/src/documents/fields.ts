import { z } from 'zod/v4';
import { MAX_LIST_ITEMS } from './limits';

/** Markdown text. Never empty: unknown values are left out. */
export const text = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(20_000, 'is longer than 20,000 characters');

/** A name or another short text on one line. */
export const name = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(300, 'is longer than 300 characters')
  .regex(/^[^\r\n]*$/, 'must be a single line');

/** The stable name of a list element that other places point to. */
export const itemId = z
  .string()
  .max(100, 'is longer than 100 characters')
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be lower case words with dashes such as month-end',
  );

/** A list with at least one element. */
export function list<T extends z.ZodType>(element: T, max = MAX_LIST_ITEMS) {
  return z
    .array(element)
    .min(1, 'at least one is required')
    .max(max, `more than ${max} are not allowed`);
}

/** An ISO 8601 date, `2026-11-20`. */
export const date = z.iso.date('must be a date such as 2026-11-20');

/** An ISO 8601 duration that may be zero, of a length that calendars can add. */
export const durationOrZero = z.iso
  .duration({
    error: 'must be an ISO 8601 duration such as PT15M or P90D',
    // Nothing else is said of what is no duration.
    abort: true,
  })
  .regex(/^\D*(\d{1,5}\D+)*$/, 'is too long');

/** An ISO 8601 duration, `P90D` or `PT15M`, of a length that calendars can add. */
export const duration = durationOrZero.regex(
  /[1-9]/,
  'must be longer than zero',
);

/** A duration that can be measured. Months and years differ in length. */
export const fixedDuration = duration.regex(
  /^P[^YM]*(T.*)?$/,
  'must have a fixed length: use weeks, days, hours, minutes or seconds',
);

/**
 * The link schemes that are always allowed.
 *
 * @alpha
 */
export const DEFAULT_LINK_SCHEMES = ['http', 'https', 'mailto'];

/** Schemes that run code or read files where the link is followed. No configuration allows them. */
const DANGEROUS_SCHEMES = new Set([
  'javascript',
  'vbscript',
  'data',
  'file',
  'blob',
]);

/**
 * Whether this link scheme (RFC 3986 §3.1, without a colon) can be configured.
 *
 * @alpha
 */
export function isLinkScheme(scheme: string): boolean {
  return (
    /^[a-z][a-z0-9+-]*$/i.test(scheme) &&
    !DANGEROUS_SCHEMES.has(scheme.toLowerCase())
  );
}

/**
 * An absolute link with one of some schemes.
 *
 * @param schemes - without colon, for example `['https', 'slack']`
 */
export function urlField(schemes: readonly string[] = DEFAULT_LINK_SCHEMES) {
  const allowed = schemes.filter(isLinkScheme);
  const message = `must be a link that starts with ${allowed
    .map(linkStart)
    .join(', ')}`;
  // `new URL` alone takes `http:x`, and skips line breaks inside a scheme.
  const shape = new RegExp(
    `^(?:${allowed.map(linkStart).join('|').replace(/\+/g, '\\+')})\\S+$`,
    'i',
  );
  return z.url({ error: message }).max(2_000).regex(shape, message);
}

function linkStart(scheme: string): string {
  return scheme.toLowerCase() === 'mailto' ? 'mailto:' : `${scheme}://`;
}

/** A titled link. */
export function linkField(url: ReturnType<typeof urlField>) {
  return z.strictObject({ title: name, url });
}

/**
 * Something to look at in another system: a titled link, a query to run there,
 * or both.
 */
export function linkOrQuery(url: ReturnType<typeof urlField>) {
  return z
    .strictObject({ title: name, url, query: text, runIn: name })
    .partial({ url: true, query: true, runIn: true })
    .refine(value => value.url || value.query, {
      message: 'either url or query is required',
    })
    .refine(value => !value.query || value.runIn, {
      message: 'is required: name the system that runs the query',
      path: ['runIn'],
    });
}

/** One thing to do, with the command that does it and how to see that it worked. */
export const step = z
  .strictObject({
    do: text,
    command: text,
    verify: text,
  })
  .partial({ command: true, verify: true });

/** A full catalog entity reference, `component:default/orders`. */
export const entityRef = z
  .string()
  .regex(
    /^[a-zA-Z][a-zA-Z0-9+.-]*:[a-zA-Z0-9._-]{1,63}\/[a-zA-Z0-9._-]{1,63}$/,
    'must be an entity reference such as component:default/orders',
  );
