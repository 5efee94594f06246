import { parse } from 'yaml';
import {
  coverageOf,
  parseHandoverDocument,
  SECTION_KEYS,
  STARTER_EXAMPLES,
  writeStarter,
  type HandoverDocument,
} from '../index';

const DOCUMENT: HandoverDocument = {
  apiVersion: 'handover.dev/v1',
  kind: 'Handover',
  overview: { purpose: 'Takes orders.\n\n- by web', users: ['Customers'] },
};

it('names what is missing: above a section that is begun, at the end for the others', () => {
  const { text, coverage } = writeStarter(DOCUMENT, {
    header: ['Everything about orders.\nkind: Nothing'],
    fields: [{ path: ['overview', 'users', 0], lines: ['from README.md:3'] }],
    schemaUrl: './schema.json',
  });
  expect(text).toContain(`# yaml-language-server: $schema=./schema.json
# Everything about orders. kind: Nothing
apiVersion: handover.dev/v1
kind: Handover

# Still missing:
#   overview.criticality: It determines whether to wake someone at night or wait until morning.
#   overview.impact: The cost of an outage determines how much risk a quick fix is worth.
overview:
  purpose: |-
    Takes orders.

    - by web
  users:
    # from README.md:3
    - Customers

# Sections that are still missing.`);
  expect(text).toContain('\n# rollback:\n#   rollback.triggers: ');
  expect(coverage).toEqual(coverageOf(DOCUMENT));
  expect(parse(text)).toEqual(DOCUMENT);
});

it('shows an example for each field that is missing, which is valid without its comment sign', () => {
  const { text } = writeStarter(DOCUMENT, {
    header: ['Everything about orders.'],
    examples: STARTER_EXAMPLES,
  });
  const { document, problems } = parseHandoverDocument(text);
  expect(problems).toEqual([]);
  expect(document).toMatchObject({ overview: DOCUMENT.overview });
  expect(text).toContain(
    '  # criticality: high # low, medium, high, critical\n',
  );

  const uncommented = text
    .split('\n')
    .filter(line => !/^\s*# [A-Z]/.test(line))
    .map(line => line.replace(/^(\s*)# (?=\s*[-\w])/, '$1'))
    .join('\n');
  const filled = parseHandoverDocument(uncommented);
  expect(filled.problems).toEqual([]);
  expect(filled.document).toEqual({
    ...STARTER_EXAMPLES,
    overview: { ...STARTER_EXAMPLES.overview, ...DOCUMENT.overview },
  });
});

it('has an example for every section', () => {
  expect(Object.keys(STARTER_EXAMPLES)).toEqual(
    expect.arrayContaining([...SECTION_KEYS]),
  );
  const { covered, required } = coverageOf(STARTER_EXAMPLES);
  expect(covered).toBe(required);
});
