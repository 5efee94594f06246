import fc from 'fast-check';
import { parse } from 'yaml';
import { keepsOtherLines, linesOfChange } from './__testUtils__/changedLines';
import { applyChanges } from './index';
import { placesOf, randomChange } from './__testUtils__/randomChanges';
import {
  exampleTexts,
  sectionTexts,
  VARIANTS,
} from './__testUtils__/realDocuments';
import { changeValue } from './changes/changeValue';
import { sameContent } from './changes/sameContent';
import type { FieldChange } from './changes/types';
import type { JsonValue } from './json';

/** The same edits each time. A failure prints it with the path to the example. */
const SEED = 20_261_128;

/** Edits of a document of one section, which is read fast. */
const SECTION_EDITS = 9_600;

/** Edits of a whole document. */
const DOCUMENT_EDITS = 400;

type Sample = { text: string; value: JsonValue; places: PathsOf };
type PathsOf = ReturnType<typeof placesOf>;

function samplesOf(texts: string[]): Sample[] {
  return texts.flatMap(original =>
    Object.values(VARIANTS).map(vary => {
      const text = vary(original);
      const value: JsonValue = parse(text);
      return { text, value, places: placesOf(value) };
    }),
  );
}

const dice = fc.record({
  kind: fc.nat(),
  place: fc.nat(),
  value: fc.nat(),
  to: fc.nat(),
});

/** What the document says after a change, or undefined where it cannot be made. */
function expectedAfter(
  value: JsonValue,
  change: FieldChange,
): JsonValue | undefined {
  try {
    return changeValue(value, change);
  } catch {
    return undefined;
  }
}

/** Checks one edit, and says what came of it. */
function checkEdit({ text, value }: Sample, change: FieldChange) {
  const expected = expectedAfter(value, change);
  if (expected === undefined) {
    expect(() => applyChanges(text, [change])).toThrow();
    return 'impossible';
  }
  let after: string;
  try {
    after = applyChanges(text, [change]);
  } catch (error) {
    // Only what other places show through an alias cannot be changed.
    expect(error).toMatchObject({ name: 'ConflictError' });
    expect(text).toContain('&');
    return 'shared';
  }
  expect(sameContent(parse(after), expected)).toBe(true);
  expect(keepsOtherLines(text, after, linesOfChange(text, change))).toBe(true);
  return 'done';
}

it.each([
  ['whole documents', DOCUMENT_EDITS, (text: string) => [text]],
  ['single sections', SECTION_EDITS, sectionTexts],
] as const)(
  'changes the lines of one field, and nothing else, in %s (%i edits)',
  (_, numRuns, split) => {
    const samples = samplesOf(exampleTexts().flatMap(split));
    expect(samples.length).toBeGreaterThan(100);
    const outcomes = { done: 0, shared: 0, impossible: 0 };
    fc.assert(
      fc.property(fc.nat(samples.length - 1), dice, (index, throws) => {
        const sample = samples[index];
        const change = randomChange(sample.value, sample.places, throws);
        outcomes[checkEdit(sample, change)] += 1;
      }),
      { numRuns, seed: SEED },
    );
    expect(outcomes.done).toBeGreaterThan(numRuns * 0.9);
  },
);

/** What the text says after some changes. */
function contentAfter(
  text: string,
  changes: FieldChange[],
  expected: JsonValue,
): string {
  try {
    const after: JsonValue = parse(applyChanges(text, changes));
    return sameContent(after, expected) ? 'as expected' : 'something else';
  } catch (error) {
    // Only what other places show through an alias cannot be changed.
    return text.includes('&') && String(error).startsWith('ConflictError')
      ? 'as expected'
      : String(error);
  }
}

it('says after several changes what the changes say', () => {
  const samples = samplesOf(exampleTexts().flatMap(sectionTexts));
  fc.assert(
    fc.property(
      fc.nat(samples.length - 1),
      fc.array(dice, { minLength: 2, maxLength: 5 }),
      (index, throws) => {
        const { text, value } = samples[index];
        let expected = value;
        const changes: FieldChange[] = [];
        for (const each of throws) {
          const change = randomChange(expected, placesOf(expected), each);
          const next = expectedAfter(expected, change);
          if (next !== undefined && Object.keys(next ?? {}).length > 0) {
            changes.push(change);
            expected = next;
          }
        }
        expect(contentAfter(text, changes, expected)).toBe('as expected');
      },
    ),
    { numRuns: 500, seed: SEED },
  );
});
