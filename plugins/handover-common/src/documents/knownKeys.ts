import { z } from 'zod/v4';
import type { PathSegments } from './path';

/**
 * The keys that the schema knows for the object at a path. Where a value may
 * have several forms, the keys of each form: one array a form.
 */
export function knownKeysAt(
  schema: z.core.$ZodType,
  path: PathSegments,
): string[][] {
  return path
    .reduce<z.core.$ZodType[]>(
      (schemas, segment) => schemas.flatMap(each => childAt(each, segment)),
      forms(schema),
    )
    .flatMap(each =>
      each instanceof z.core.$ZodObject
        ? [Object.keys(each._zod.def.shape)]
        : [],
    );
}

/** The schema itself without wrappers, or each option of a union. */
function forms(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (
    schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodDefault
  ) {
    return forms(schema._zod.def.innerType);
  }
  if (schema instanceof z.core.$ZodPipe) {
    return forms(schema._zod.def.in);
  }
  if (schema instanceof z.core.$ZodUnion) {
    return schema._zod.def.options.flatMap(forms);
  }
  return [schema];
}

function childAt(
  schema: z.core.$ZodType,
  segment: string | number,
): z.core.$ZodType[] {
  if (schema instanceof z.core.$ZodObject) {
    const shape: Record<string, z.core.$ZodType> = schema._zod.def.shape;
    return Object.hasOwn(shape, segment) ? forms(shape[segment]) : [];
  }
  if (schema instanceof z.core.$ZodArray && typeof segment === 'number') {
    return forms(schema._zod.def.element);
  }
  if (schema instanceof z.core.$ZodRecord) {
    return forms(schema._zod.def.valueType);
  }
  return [];
}
