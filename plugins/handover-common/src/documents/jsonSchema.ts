import { z } from 'zod/v4';
import { createHandoverDocumentSchema } from './schema';
import type { SchemaOptions } from './schema';

/** Name of the schema of documents with `apiVersion: handover.dev/v1`. */
export const JSON_SCHEMA_ID = 'https://handover.dev/schema/v1/handover.json';

/**
 * The JSON Schema (draft 2020-12) of `handover.yaml`, for editors. It is
 * generated from the schema that validates. What needs more than a schema, such as
 * names that must be unique, only `parseHandoverDocument` checks.
 */
export function handoverJsonSchema(
  options: SchemaOptions = {},
): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(
    createHandoverDocumentSchema(options),
    { target: 'draft-2020-12', io: 'input' },
  );
  return {
    $schema,
    $id: JSON_SCHEMA_ID,
    title: 'Handover',
    description:
      'What one must know to take over a service, as read by Handover for Backstage.',
    ...schema,
  };
}
