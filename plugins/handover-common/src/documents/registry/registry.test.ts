import { z } from 'zod/v4';
import { handoverDocumentSchema } from '../schema';
import { SECTION_KEYS } from '../sections';
import { FIELD_LABELS } from './labels';
import { METADATA, SECTIONS, fieldDefinition } from './registry';
import type { FieldInput } from './types';

/** Every path of the schema, with the kinds of value that the field takes. */
function schemaPaths(): Map<string, FieldInput> {
  const paths = new Map<string, FieldInput>();
  const visit = (schema: z.core.$ZodType, path: string) => {
    if (schema instanceof z.core.$ZodOptional) {
      visit(schema._zod.def.innerType, path);
    } else if (schema instanceof z.core.$ZodUnion) {
      schema._zod.def.options.forEach(option => visit(option, path));
    } else if (schema instanceof z.core.$ZodArray) {
      visit(schema._zod.def.element, `${path}[]`);
    } else if (schema instanceof z.core.$ZodObject) {
      const shape: Record<string, z.core.$ZodType> = schema._zod.def.shape;
      for (const [key, field] of Object.entries(shape)) {
        const child = path ? `${path}.${key}` : key;
        paths.set(child, inputOf(field));
        visit(field, child);
      }
    }
  };
  visit(handoverDocumentSchema, '');
  return paths;
}

/** The most that the schema tells about a field's input. Texts of all kinds are `text`. */
function inputOf(schema: z.core.$ZodType): FieldInput {
  if (schema instanceof z.core.$ZodOptional) {
    return inputOf(schema._zod.def.innerType);
  }
  if (schema instanceof z.core.$ZodUnion) {
    const forms = schema._zod.def.options.map(inputOf);
    return forms.every(form => form.kind === 'group')
      ? { kind: 'group' }
      : { kind: 'oneOf', forms };
  }
  if (schema instanceof z.core.$ZodArray) {
    return { kind: 'list', of: inputOf(schema._zod.def.element) };
  }
  if (schema instanceof z.core.$ZodRecord) {
    return { kind: 'map', of: inputOf(schema._zod.def.valueType) };
  }
  if (schema instanceof z.core.$ZodObject) {
    return { kind: 'group' };
  }
  if (schema instanceof z.core.$ZodEnum) {
    return {
      kind: 'enum',
      options: Object.fromEntries(
        Object.values(schema._zod.def.entries).map(each => [each, '']),
      ),
    };
  }
  if (schema instanceof z.core.$ZodBoolean) {
    return { kind: 'boolean' };
  }
  if (schema instanceof z.core.$ZodNumber) {
    const { minimum, maximum } = z.toJSONSchema(schema);
    return minimum === undefined || maximum === undefined
      ? { kind: 'decimal' }
      : { kind: 'number', min: minimum, max: maximum };
  }
  const { format } = schema._zod.def as { format?: string };
  switch (format) {
    case 'date':
    case 'duration':
    case 'url':
      return { kind: format };
    default:
      return { kind: 'text' };
  }
}

const TEXTS = ['markdown', 'localDateTime', 'zone', 'entityRef', 'id'];

/** An input with what the schema cannot tell apart made the same. */
function comparable(input: FieldInput): unknown {
  switch (input.kind) {
    case 'list':
    case 'map':
      return { kind: input.kind, of: comparable(input.of) };
    case 'oneOf':
      return { kind: input.kind, forms: input.forms.map(comparable) };
    case 'enum':
      return { kind: input.kind, options: Object.keys(input.options).sort() };
    default:
      return TEXTS.includes(input.kind) ? { kind: 'text' } : input;
  }
}

const parts = [METADATA, ...SECTIONS];
const registered = parts.flatMap(({ key, fields }) =>
  fields.map(field => `${key}.${field.path}`),
);
const schema = schemaPaths();
const schemaFields = [...schema.keys()].filter(path => path.includes('.'));

it('has every section of the schema, in reading order', () => {
  expect(SECTIONS.map(({ key }) => key)).toEqual(SECTION_KEYS);
  expect(['apiVersion', 'kind', ...parts.map(({ key }) => key)]).toEqual(
    [...schema.keys()].filter(path => !path.includes('.')),
  );
});

it('has every field of the schema and no other, in the same order', () => {
  expect(schemaFields.length).toBeGreaterThan(100);
  expect([...registered].sort()).toEqual([...schemaFields].sort());
  // The three forms of a schedule have no common order.
  const hasOrder = (path: string) => !path.includes('.schedule.');
  expect(registered.filter(hasOrder)).toEqual(schemaFields.filter(hasOrder));
});

it.each(schemaFields)('has the kind of input that %s takes', path => {
  const definition = fieldDefinition(path);
  expect(definition && comparable(definition.input)).toEqual(
    comparable(schema.get(path)!),
  );
});

it('has a label for every field and no other', () => {
  for (const { key, fields } of parts) {
    expect(fields.map(({ path }) => path)).toEqual([
      ...(key === 'metadata' ? [] : ['notApplicable']),
      ...Object.keys(FIELD_LABELS[key]),
    ]);
  }
});

it('describes every section and field in one sentence, and says why each required field matters', () => {
  const sentence = expect.stringMatching(/^[A-Z].*\.$/);
  const name = expect.stringMatching(/^[A-Za-z]/);
  for (const part of parts) {
    expect(part).toMatchObject({ label: name, description: sentence });
    expect(part.fields).toEqual(
      part.fields.map(({ path, required, input }) => ({
        path,
        label: name,
        description: sentence,
        required,
        ...(required ? { why: sentence } : {}),
        input,
      })),
    );
  }
});

it('gives a section no two fields with the same name on the same level', () => {
  for (const { key, fields } of parts) {
    const names = fields.map(({ path, label }) => [
      key,
      path.slice(0, path.lastIndexOf('.') + 1),
      label,
    ]);
    const unique = new Set(names.map(name => JSON.stringify(name)));
    expect([key, unique.size]).toEqual([key, names.length]);
  }
});
