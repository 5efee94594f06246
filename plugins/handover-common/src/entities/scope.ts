import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod/v4';

/** PostgreSQL stores no NUL, so nothing matches one. */
const withoutNul = (value: string) => !value.includes('\0');

const text = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .refine(withoutNul, 'must not contain a NUL character');

/** One value or several: an entity matches if it has one of them. */
const anyOf = <T extends z.ZodType>(value: T) =>
  z
    .union([value, z.array(value).min(1).max(500)])
    .transform(values => (Array.isArray(values) ? values : [values]));

const word = text.transform(lower);

/** `[kind:][namespace/]name`. */
const REFERENCE = /^(?:[^:/\s]+:)?(?:[^:/\s]+\/)?[^:/\s]+$/;

const reference = (defaultKind: string) =>
  text.transform((value, context) => {
    if (!REFERENCE.test(value)) {
      context.addIssue({
        code: 'custom',
        message: `'${value}' is not an entity reference such as '${defaultKind}:default/name'`,
      });
      return z.NEVER;
    }
    return lower(stringifyEntityRef(parseEntityRef(value, { defaultKind })));
  });

const fields = {
  kind: anyOf(word).optional(),
  type: anyOf(word).optional(),
  lifecycle: anyOf(word).optional(),
  system: anyOf(reference('system')).optional(),
  domain: anyOf(reference('domain')).optional(),
  owner: anyOf(reference('group')).optional(),
  tier: anyOf(z.int().min(1).max(4)).optional(),
  tags: anyOf(word).optional(),
  labels: z
    .record(text, anyOf(z.string().max(255).refine(withoutNul)))
    .refine(labels => Object.keys(labels).length > 0, 'must name a label')
    .optional(),
};

/**
 * A set of catalog entities. An entity is in it if it matches every field, and
 * none of `except`. A scope without fields contains every entity.
 *
 * Unknown fields, empty lists and exceptions without fields are errors, so that
 * a typo can't change which entities a scope contains.
 *
 * @alpha
 */
export const entityScopeSchema = z.strictObject({
  ...fields,
  except: z
    .union([exception(), z.array(exception()).min(1).max(100)])
    .transform(each => (Array.isArray(each) ? each : [each]))
    .optional(),
});

function exception() {
  return z
    .strictObject(fields)
    .refine(
      each => Object.values(each).some(value => value !== undefined),
      'must name at least one field: without any it would match every entity',
    );
}

/**
 * A scope as it is written.
 *
 * @alpha
 */
export type EntityScopeInput = z.input<typeof entityScopeSchema>;

/**
 * A parsed scope: names are in lowercase, and references are full.
 *
 * @alpha
 */
export type EntityScope = z.output<typeof entityScopeSchema>;

/**
 * The fields of a scope, without exceptions.
 *
 * @alpha
 */
export type EntityScopeFields = Omit<EntityScope, 'except'>;

function lower(value: string): string {
  return value.toLocaleLowerCase('en-US');
}
