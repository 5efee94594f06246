import fc from 'fast-check';
import {
  applyDiff,
  coverageOf,
  diffDocuments,
  HandoverDocument,
  parseHandoverDocument,
  SECTION_KEYS,
  serializeHandoverDocument,
  toMarkdown,
} from './index';
import { documentArbitrary } from './__testUtils__/arbitraries';

const RUNS = { numRuns: 150 };

it('parses what was serialized into the same document', () => {
  fc.assert(
    fc.property(documentArbitrary, document => {
      const yaml = serializeHandoverDocument(document);
      const parsed = parseHandoverDocument(yaml);
      expect(
        parsed.problems.filter(({ severity }) => severity === 'error'),
      ).toEqual([]);
      expect(parsed.document).toEqual(document);
      // Serializing is stable, too: an export does not change by being read.
      expect(serializeHandoverDocument(parsed.document!)).toBe(yaml);
    }),
    RUNS,
  );
});

/** Every way to fill one absent field of a document from another one. */
function filled(value: unknown, source: unknown): unknown[] {
  if (Array.isArray(value) && Array.isArray(source)) {
    return value.flatMap((item, index) =>
      filled(item, source[index]).map(each => value.with(index, each)),
    );
  }
  if (
    typeof value !== 'object' ||
    value === null ||
    typeof source !== 'object' ||
    source === null ||
    Array.isArray(value) ||
    Array.isArray(source)
  ) {
    return [];
  }
  const own = new Map(Object.entries(value));
  return Object.entries(source).flatMap(([key, other]) =>
    own.has(key)
      ? filled(own.get(key), other).map(each => ({ ...value, [key]: each }))
      : [{ ...value, [key]: other }],
  );
}

it('never lowers the coverage when a field is filled', () => {
  fc.assert(
    fc.property(documentArbitrary, documentArbitrary, (document, source) => {
      const before = coverageOf(document);
      for (const fuller of filled(document, source) as HandoverDocument[]) {
        const after = coverageOf(fuller);
        expect(after.required).toBe(before.required);
        expect(after.covered).toBeGreaterThanOrEqual(before.covered);
        for (const key of SECTION_KEYS) {
          const rank = ['missing', 'partial', 'covered'];
          expect(
            rank.indexOf(after.sections[key].state),
          ).toBeGreaterThanOrEqual(rank.indexOf(before.sections[key].state));
        }
      }
    }),
    { numRuns: 100 },
  );
});

it('finds no difference between a document and itself', () => {
  fc.assert(
    fc.property(documentArbitrary, document => {
      expect(diffDocuments(document, document)).toEqual([]);
      const copy = parseHandoverDocument(serializeHandoverDocument(document));
      expect(diffDocuments(document, copy.document!)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it('leads from any document to any other by their difference', () => {
  fc.assert(
    fc.property(documentArbitrary, documentArbitrary, (before, after) => {
      const changes = diffDocuments(before, after);
      // Revisions hand changes on as JSON.
      const received = JSON.parse(JSON.stringify(changes));
      expect(applyDiff(before, received)).toEqual(after);
    }),
    RUNS,
  );
});

it('leads back after elements were shuffled, edited, added and removed', () => {
  const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta');
  const item = fc.record(
    {
      symptom: word,
      cause: fc
        .array(word, { minLength: 1, maxLength: 3 })
        .map(each => each.join(' ')),
      fix: word,
    },
    { requiredKeys: [] },
  );
  const list = fc.array(item, { maxLength: 7 });
  const wrap = (items: object[], users: string[]): HandoverDocument => ({
    apiVersion: 'handover.dev/v1',
    kind: 'Handover',
    failures: { items },
    overview: { users },
  });
  const users = fc.array(
    fc.array(word, { minLength: 1, maxLength: 4 }).map(each => each.join(' ')),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(list, list, users, users, (a, b, c, d) => {
      const before = wrap(a, c);
      const after = wrap(b, d);
      expect(applyDiff(before, diffDocuments(before, after))).toEqual(after);
      expect(applyDiff(after, diffDocuments(after, before))).toEqual(before);
    }),
    { numRuns: 2_000 },
  );
});

it('keeps every element that has the same id before and after', () => {
  const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta');
  const task = fc.record(
    { id: fc.constantFrom('a', 'b', 'c', 'd'), title: word, note: word },
    { requiredKeys: ['title'] },
  );
  const tasks = fc.uniqueArray(task, {
    maxLength: 6,
    // Only ids are unique.
    comparator: (a, b) => a !== undefined && a === b,
    selector: ({ id }) => id,
  });
  const wrap = (items: object[]) =>
    ({
      apiVersion: 'handover.dev/v1',
      kind: 'Handover',
      responsibilities: { tasks: items },
    } as HandoverDocument);
  const idsOf = (items: { id?: string }[]) =>
    new Set(items.flatMap(({ id }) => id ?? []));
  fc.assert(
    fc.property(tasks, tasks, (a, b) => {
      const changes = diffDocuments(wrap(a), wrap(b));
      expect(applyDiff(wrap(a), changes)).toEqual(wrap(b));
      const both = [...idsOf(a)].filter(id => idsOf(b).has(id));
      const gone = changes.flatMap(change =>
        change.kind === 'removed' && change.segments.length === 3
          ? (change.before as { id?: string }).id ?? []
          : [],
      );
      expect(gone.filter(id => both.includes(id))).toEqual([]);
      // A change of an id inside an element would take it for another one.
      expect(
        changes.filter(
          ({ kind, path }) => kind === 'changed' && path.endsWith('.id'),
        ),
      ).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

it('writes any document as Markdown with all of its sections', () => {
  fc.assert(
    fc.property(documentArbitrary, document => {
      const markdown = toMarkdown(document, { title: 'Orders' });
      expect(markdown.startsWith('# Orders\n')).toBe(true);
    }),
    { numRuns: 100 },
  );
});
