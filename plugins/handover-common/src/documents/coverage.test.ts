import {
  coverageOf,
  HandoverDocument,
  handoverJsonSchema,
  isFilled,
  REQUIRED_FIELDS,
  SECTION_KEYS,
} from './index';

const BASE = { apiVersion: 'handover.dev/v1', kind: 'Handover' } as const;

function cover(document: Omit<HandoverDocument, 'apiVersion' | 'kind'>) {
  return coverageOf({ ...BASE, ...document });
}

it('has all missing where there is no document', () => {
  const coverage = coverageOf(undefined);
  expect(coverage).toMatchObject({ ratio: 0, covered: 0, required: 39 });
  expect(Object.keys(coverage.sections)).toEqual([...SECTION_KEYS]);
  expect(coverage.sections.failures).toEqual({
    state: 'missing',
    missing: [{ path: 'failures.items', why: REQUIRED_FIELDS.failures[0].why }],
  });
});

it('says which required fields of a partial section are empty', () => {
  const { sections, covered } = cover({
    overview: { purpose: 'Takes orders', users: ['Customers'] },
  });
  expect(covered).toBe(2);
  expect(sections.overview.state).toBe('partial');
  expect(sections.overview.missing.map(({ path }) => path)).toEqual([
    'overview.criticality',
    'overview.impact',
  ]);
});

it('counts a field of list elements as one, and names each element that lacks it', () => {
  const { sections, covered } = cover({
    failures: {
      items: [
        { symptom: 'a', cause: 'b', fix: 'c' },
        { symptom: 'd', cause: 'e' },
        { symptom: 'f' },
      ],
    },
  });
  // The list and every symptom; not every cause, not every fix.
  expect(covered).toBe(2);
  expect(sections.failures.state).toBe('partial');
  expect(sections.failures.missing.map(({ path }) => path)).toEqual([
    'failures.items[2].cause',
    'failures.items[1].fix',
    'failures.items[2].fix',
  ]);
});

it.each([
  'TODO',
  'todo: describe the impact',
  'TODO describe the impact',
  '**TBD**',
  'To be written.',
  'Still to be documented by the team',
  'Not documented yet',
  '...',
  '???',
  '<fill in>',
  ' - ',
])('does not count %j, which is still to be written', text => {
  const { covered, sections } = cover({
    overview: { purpose: text, users: [text], impact: text },
    failures: { items: [{ symptom: text, cause: text, fix: text }] },
    windows: { notApplicable: text },
  });
  expect(covered).toBe(0);
  expect(sections.overview.missing.map(({ path }) => path)).toContain(
    'overview.purpose',
  );
  expect(sections.windows.state).toBe('missing');
});

it.each([
  'To-do lists of 4,000 shops',
  'Todos are synchronized',
  'Describes prices',
  'Nothing is lost; orders wait',
  'Added costs of EUR 4,000 an hour',
  '24/7',
  'n/a for batch runs, which wait',
])('counts %j', text => {
  const { sections } = cover({ overview: { impact: text } });
  expect(sections.overview.missing.map(({ path }) => path)).not.toContain(
    'overview.impact',
  );
});

it('covers a section that does not apply, with its reason', () => {
  const before = cover({});
  const after = cover({ windows: { notApplicable: 'Read only' } });
  expect(after.covered - before.covered).toBe(1);
  expect(after.sections.windows).toEqual({
    state: 'covered',
    notApplicable: 'Read only',
    missing: [],
  });
});

it.each<['observability' | 'resilience', Parameters<typeof cover>[0]]>([
  ['resilience', { resilience: { rto: 'PT1H' } }],
  [
    'observability',
    {
      observability: {
        traces: [{ title: 'a', url: 'https://traces.example.com' }],
      },
    },
  ],
])('does not count %s, which is covered by anything in it', (key, content) => {
  expect(cover({}).sections[key]).toEqual({ state: 'missing', missing: [] });
  expect(cover({ [key]: {} }).sections[key].state).toBe('missing');
  const filled = cover(content);
  expect(filled.sections[key].state).toBe('covered');
  expect(filled.covered).toBe(0);
});

it('is complete when every required field is filled', () => {
  const document = {
    overview: { purpose: 'a', users: ['b'], criticality: 'low', impact: 'c' },
    environments: { items: [{ name: 'prod' }] },
    architecture: {
      links: [{ title: 'a', url: 'https://example.com' }],
      verifiedBy: 'b',
    },
    notes: { items: [{ kind: 'history', text: 'a' }] },
    dayOne: {
      access: [{ what: 'a' }],
      safeActions: ['b'],
      forbiddenActions: ['c'],
    },
    deployment: {
      steps: [{ do: 'a' }],
      pipeline: 'b',
      trigger: { prod: 'manual' },
      preChecks: ['c'],
      postChecks: ['d'],
    },
    rollback: {
      triggers: ['a'],
      steps: [{ do: 'b' }],
      risk: 'low',
      expectedDuration: 'PT15M',
      approvers: ['c'],
    },
    failures: { items: [{ symptom: 'a', cause: 'b', fix: 'c' }] },
    windows: { notApplicable: 'a' },
    dangerZones: { items: [{ what: 'a', why: 'b', approval: 'c' }] },
    escalation: { levels: [{ who: 'a', how: 'b' }] },
    firstThirtyDays: { stages: [{ goal: 'a' }] },
    responsibilities: { tasks: [{ title: 'a' }] },
    completion: { statements: ['a'] },
  } satisfies Omit<HandoverDocument, 'apiVersion' | 'kind'>;
  const coverage = cover(document);
  expect(coverage).toMatchObject({ ratio: 1, covered: 39, required: 39 });
  expect(
    SECTION_KEYS.filter(key => coverage.sections[key].state !== 'covered'),
  ).toEqual(['observability', 'resilience']);
});

type JsonSchema = {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
};

it.each(
  SECTION_KEYS.flatMap(section =>
    REQUIRED_FIELDS[section].map(({ path, why }) => ({ section, path, why })),
  ),
)(
  'requires $section.$path, which the schema has, and says why',
  ({ section, path, why }) => {
    const found = path
      .split('.')
      .reduce<JsonSchema | undefined>((schema, part) => {
        const property = schema?.properties?.[part.replace('[]', '')];
        return part.endsWith('[]') ? property?.items : property;
      }, (handoverJsonSchema() as JsonSchema).properties?.[section]);
    expect(found).toBeDefined();
    expect(why).toMatch(/^[A-Z].{30,}\.$/);
  },
);

it.each([
  [undefined, false],
  [null, false],
  ['', false],
  [' \n', false],
  [[], false],
  [{}, false],
  [{ a: { b: [] } }, false],
  ['a', true],
  [0, true],
  [false, true],
  [['a'], true],
  [{ a: { b: 'c' } }, true],
])('takes %j for filled: %s', (value, expected) => {
  expect(isFilled(value)).toBe(expected);
});
