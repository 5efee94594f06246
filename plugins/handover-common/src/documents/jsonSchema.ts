import { z } from 'zod/v4';
import { METADATA, SECTIONS, fieldDefinition } from './registry/registry';
import { createHandoverDocumentSchema } from './schema';
import type { SchemaOptions } from './schema';

/**
 * Name of the schema of documents with `apiVersion: handover.dev/v1`.
 *
 * @alpha
 */
export const JSON_SCHEMA_ID = 'https://handover.dev/schema/v1/handover.json';

type JsonSchema = {
  title?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
};

/**
 * The JSON Schema (draft 2020-12) of `handover.yaml`, for editors. It is
 * generated from the schema that validates, with names and descriptions from
 * the registry of fields. Only `parseHandoverDocument` checks rules that a
 * schema can't express, such as unique names.
 *
 * @alpha
 */
export function handoverJsonSchema(
  options: SchemaOptions = {},
): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(
    createHandoverDocumentSchema(options),
    { target: 'draft-2020-12', io: 'input' },
  );
  describeParts(schema as JsonSchema);
  return {
    $schema,
    $id: JSON_SCHEMA_ID,
    title: 'Handover',
    description:
      'Everything a new owner needs to know about a service, as read by Handover for Backstage.',
    ...schema,
  };
}

function describeParts({ properties = {} }: JsonSchema) {
  for (const { key, label, description } of [METADATA, ...SECTIONS]) {
    Object.assign(properties[key], { title: label, description });
    describeFields(properties[key], key);
  }
}

function describeFields(schema: JsonSchema, path: string) {
  for (const [key, field] of Object.entries(schema.properties ?? {})) {
    const fieldPath = `${path}.${key}`;
    const definition = fieldDefinition(fieldPath);
    if (definition) {
      field.title = definition.label;
      field.description = definition.description;
    }
    describeFields(field, fieldPath);
  }
  if (schema.items) {
    describeFields(schema.items, `${path}[]`);
  }
  for (const form of schema.anyOf ?? []) {
    describeFields(form, path);
  }
}
