import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod/v4';
import { identifier } from '../text/identifier';

// What definitions have in common: documents with a `kind` of their own, such
// as scorecards, that a platform team writes.

/** Text without white space around it. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // PostgreSQL stores no NUL.
    .refine(value => !value.includes('\0'), 'must not contain a NUL character');

/** The reference of a group, unless it names another kind. */
export const groupReference = z
  .string()
  .trim()
  .transform((value, context) => {
    try {
      return stringifyEntityRef(
        parseEntityRef(value, { defaultKind: 'group' }),
      ).toLocaleLowerCase('en-US');
    } catch {
      context.addIssue({
        code: 'custom',
        message: `must be an entity reference such as 'group:default/platform'`,
      });
      return z.NEVER;
    }
  });

export const link = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/[^\s]+$/, 'must be an http or https address');

export function listOf<T extends z.ZodType>(
  item: T,
  max: number,
  what: string,
) {
  return z
    .array(item)
    .min(1, 'at least one is required')
    .max(max, `more than ${max} ${what} are too many`);
}

export const apiVersion = z.literal('handover.dev/v1');

/** The fields of `metadata` that every kind has. */
export const metadataFields = {
  name: identifier,
  title: text(120),
  description: text(5_000).optional(),
  owner: groupReference,
};
