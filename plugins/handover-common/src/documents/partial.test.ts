import fc from 'fast-check';
import { documentArbitrary } from './__testUtils__/arbitraries';
import {
  isFilled,
  parseHandoverDocument,
  type ParseOptions,
  SECTION_KEYS,
  type SectionKey,
  serializeHandoverDocument,
} from './index';
import { checkHandoverDocument } from './secrets/checkHandoverDocument';
import { toYaml } from './serialize';

const HEAD = { apiVersion: 'handover.dev/v1', kind: 'Handover' };
const NOTES = { items: [{ kind: 'history', text: 'Older than the company' }] };
const BROKEN = { purpose: 1 };

/** Ways to break a section, whatever it says. */
const breaks: ((section: object) => unknown)[] = [
  () => 'text',
  section => ({ ...section, purposes: 'unknown' }),
  section => ({ ...section, notApplicable: '[x](javascript:alert(1))' }),
  section => ({ ...section, notApplicable: 7 }),
];

it('keeps exactly the sections without errors, which are valid by themselves', () => {
  const broken = fc.tuple(
    fc.subarray([...SECTION_KEYS], { minLength: 1 }),
    fc.constantFrom(...breaks),
  );
  fc.assert(
    fc.property(documentArbitrary, broken, (document, [keys, spoil]) => {
      const spoiled = Object.fromEntries(
        keys.map(key => [key, spoil(document[key] ?? {})]),
      );
      const parsed = parseHandoverDocument(toYaml({ ...document, ...spoiled }));
      expect(parsed.document).toBeUndefined();
      const kept = SECTION_KEYS.filter(
        key => !keys.includes(key) && isFilled(document[key]),
      );
      expect(parsed.partial !== undefined).toBe(kept.length > 0);
      if (!parsed.partial) {
        return;
      }
      const { document: shown, sectionsWithErrors } = parsed.partial;
      expect(shown).toEqual({
        ...HEAD,
        ...Object.fromEntries(kept.map(key => [key, document[key]])),
      });
      const failed = parsed.problems
        .filter(({ severity }) => severity === 'error')
        .map(({ path }) => path.split('.')[0] as SectionKey);
      expect(new Set(sectionsWithErrors)).toEqual(new Set(failed));
      expect(kept.filter(key => failed.includes(key))).toEqual([]);
      expect(
        parseHandoverDocument(serializeHandoverDocument(shown)).document,
      ).toEqual(shown);
    }),
    { numRuns: 100 },
  );
});

const ofOrders: ParseOptions = { entityRef: 'component:default/orders' };
const inSection = { ...HEAD, notes: NOTES, overview: BROKEN };

it.each<[string, string, ParseOptions]>([
  ['broken YAML', `${toYaml(inSection)}dayOne: [`, ofOrders],
  ['a duplicate key', `${toYaml(inSection)}notes: {}\n`, ofOrders],
  [
    'another format',
    toYaml({ ...inSection, apiVersion: 'handover.dev/v9' }),
    ofOrders,
  ],
  ['another kind', toYaml({ ...inSection, kind: 'Component' }), ofOrders],
  ['no mapping', toYaml([inSection]), ofOrders],
  [
    'unreadable metadata',
    toYaml({ ...inSection, metadata: 'orders' }),
    ofOrders,
  ],
  [
    'an unreadable entity',
    toYaml({ ...inSection, metadata: { entityRef: ': /' } }),
    ofOrders,
  ],
  [
    'another entity',
    toYaml({ ...inSection, metadata: { entityRef: 'component:a/b' } }),
    ofOrders,
  ],
])('keeps nothing of a text with %s', async (_, text, options) => {
  const parsed = await checkHandoverDocument(text, options);
  expect(parsed.problems).not.toEqual([]);
  expect(parsed.partial).toBeUndefined();
});

it.each([
  ['in a section with errors', { overview: { purpose: 'SECRET' }, dayOne: 1 }],
  ['in a valid section', { dayOne: { safeActions: ['SECRET'] } }],
  ['in an unknown key', { note: 'SECRET' }],
])('keeps nothing of a text with a secret %s', async (_, more) => {
  const text = toYaml({ ...HEAD, notes: NOTES, ...more, rollback: BROKEN });
  const safe = await checkHandoverDocument(text);
  expect(safe.partial?.document.notes).toEqual(NOTES);
  const key = `${'AKIA'}IOSFODNN7EXBMPLE`;
  const parsed = await checkHandoverDocument(text.replace('SECRET', key));
  expect(parsed).not.toHaveProperty('partial');
});

it('keeps the sections beside errors in other metadata and in unknown keys', () => {
  const text = toYaml({
    ...HEAD,
    metadata: { ...ofOrders, reviewedAt: 'yesterday' },
    notes: NOTES,
    escalations: { levels: [] },
    dayOne: {},
  });
  expect(parseHandoverDocument(text, ofOrders)).toMatchObject({
    partial: { document: { ...HEAD, notes: NOTES }, sectionsWithErrors: [] },
  });
  expect(
    Object.keys(parseHandoverDocument(text, ofOrders).partial!.document),
  ).toEqual(['apiVersion', 'kind', 'notes']);
});

it('counts errors beyond those that are listed', () => {
  const items = Array.from({ length: 300 }, () => ({ fix: 1 }));
  const text = toYaml({
    ...HEAD,
    notes: NOTES,
    failures: { items },
    completion: { statements: [1] },
  });
  const { partial, problems } = parseHandoverDocument(text);
  expect(problems.some(({ path }) => path.startsWith('completion'))).toBe(
    false,
  );
  expect(partial?.sectionsWithErrors).toEqual(['failures', 'completion']);
});
