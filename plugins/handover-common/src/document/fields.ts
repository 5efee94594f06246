import { z } from 'zod/v4';

/** Markdown text. Never empty: what is not known yet is left out. */
export const text = z.string().trim().min(1, 'must not be empty').max(20_000);

/** A name or another short text on one line. */
export const name = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(300)
  .regex(/^[^\r\n]*$/, 'must be a single line');

/** A list with at least one element. */
export function list<T extends z.ZodType>(element: T) {
  return z.array(element).min(1, 'at least one is required');
}

/** An ISO 8601 date, `2026-11-20`. */
export const date = z.iso.date('must be a date such as 2026-11-20');

/** An ISO 8601 duration, `P90D` or `PT15M`. */
export const duration = z.iso.duration(
  'must be an ISO 8601 duration such as PT15M or P90D',
);

/** An http, https or mailto link. */
export const url = z
  .url({
    protocol: /^(https?|mailto)$/,
    error: 'must be an http, https or mailto link',
  });

/** A titled link. */
export const link = z.strictObject({ title: name, url });

/** One thing to do, with the command that does it and how to see that it worked. */
export const step = z
  .strictObject({
    do: text.describe('What to do.'),
    command: text.describe('The command that does it.'),
    verify: text.describe('How to see that it worked.'),
  })
  .partial({ command: true, verify: true });

/** A full catalog entity reference, `component:default/orders`. */
export const entityRef = z
  .string()
  .regex(
    /^[a-zA-Z][a-zA-Z0-9+.-]*:[a-zA-Z0-9._-]{1,63}\/[a-zA-Z0-9._-]{1,63}$/,
    'must be an entity reference such as component:default/orders',
  );
