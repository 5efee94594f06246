import { z } from 'zod/v4';

/** The JSON Schema (draft 2020-12) of a kind of definition, for editors. */
export function definitionJsonSchema(
  schema: z.ZodType,
  about: { name: string; title: string; description: string },
): Record<string, unknown> {
  const { name, title, description } = about;
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
  });
  return {
    $schema,
    $id: `https://handover.dev/schema/v1/${name}.json`,
    title,
    description,
    ...rest,
  };
}
