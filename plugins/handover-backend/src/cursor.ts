import { InputError } from '@backstage/errors';
import { z } from 'zod/v4';

/** A text in a cursor. Nobody gets one that holds a NUL, which PostgreSQL refuses. */
export const cursorText = z.string().refine(text => !text.includes('\0'));

/** A time in a cursor. Rows are of 1970 to 9999, which PostgreSQL can compare. */
export const cursorTime = z
  .int()
  .min(0)
  .max(Date.parse('9999-12-31T23:59:59.999Z'));

/** Packs the place where a page ended into an opaque text. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position), 'utf8').toString('base64url');
}

/**
 * Unpacks what {@link encodeCursor} made.
 *
 * @throws InputError if it is something else.
 */
export function decodeCursor<T extends z.ZodType>(
  cursor: string,
  schema: T,
): z.output<T> {
  let position: unknown;
  try {
    position = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new InputError('Malformed cursor');
  }
  const parsed = schema.safeParse(position);
  if (!parsed.success) {
    throw new InputError('The cursor belongs to another list or another order');
  }
  return parsed.data;
}

/** @throws InputError if the limit is not a whole number from 1 to the highest. */
export function checkLimit(limit: number = 50, highest: number = 500): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > highest) {
    throw new InputError(
      `Invalid limit ${limit}: must be a whole number from 1 to ${highest}`,
    );
  }
  return limit;
}
