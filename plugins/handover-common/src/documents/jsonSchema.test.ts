import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import { handoverJsonSchema, parseHandoverDocument } from './index';
import { documentArbitrary } from './__testUtils__/arbitraries';
import { handoverDocumentSchema } from './schema';

// Formats repeat what patterns and the parser check.
const validate = new Ajv({ strict: true, validateFormats: false }).compile(
  handoverJsonSchema(),
);

/** Written apart, as linters take a script link in a literal for a mistake. */
const SCRIPT = 'javascript';

it('names itself and its dialect', () => {
  expect(handoverJsonSchema()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://handover.dev/schema/v1/handover.json',
    title: 'Handover',
  });
});

it('accepts every document that is valid', () => {
  fc.assert(
    fc.property(documentArbitrary, document => {
      validate(document);
      expect(validate.errors ?? []).toEqual([]);
      expect(handoverDocumentSchema.safeParse(document).success).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('accepts the examples that the parser accepts', () => {
  const folder = resolve(__dirname, '../../../../examples/services');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('handover.yaml'))
    .map(path => readFileSync(resolve(folder, path), 'utf8'))
    .filter(text => parseHandoverDocument(text).document);
  expect(texts.length).toBeGreaterThan(3);
  for (const text of texts) {
    validate(parse(text));
    expect(validate.errors ?? []).toEqual([]);
  }
});

it.each([
  { kind: 'Handover' },
  { apiVersion: 'handover.dev/v1', kind: 'Handover', rolback: {} },
  { apiVersion: 'handover.dev/v1', kind: 'Handover', overview: { users: [] } },
  {
    apiVersion: 'handover.dev/v1',
    kind: 'Handover',
    architecture: { links: [{ title: 'x', url: `${SCRIPT}:alert(1)` }] },
  },
])('refuses %j', document => {
  expect(validate(document)).toBe(false);
});

it('describes every section', () => {
  const { properties } = handoverJsonSchema() as {
    properties: Record<string, { description?: string }>;
  };
  expect(
    Object.keys(properties).filter(
      key =>
        !properties[key].description &&
        key !== 'kind' &&
        key !== 'apiVersion' &&
        key !== 'metadata',
    ),
  ).toEqual([]);
});
