import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeMutant, summarize, summaryLines } from './report.mjs';

const outcomes = (...counts) =>
  counts.flatMap(([outcome, count]) =>
    Array.from({ length: count }, () => ({ outcome })),
  );

describe('the report', () => {
  it('counts the deadline as killed, and leaves out what does not compile', () => {
    const summary = summarize(
      outcomes(
        ['killed', 70],
        ['timeout', 10],
        ['survived', 15],
        ['not run', 5],
        ['does not compile', 40],
      ),
    );
    assert.equal(summary.score, 0.8);
    assert.deepEqual(
      summaryLines(summary, { total: 1_000, drawn: 140, seed: 3 }),
      [
        '140 of 1000 mutants drawn with seed 3; 40 do not compile and do not count.',
        '80 of 100 killed (10 by the deadline), 20 survived (5 of them reached by no test).',
        'Score: 80.0 %, 95 % interval 71.1 % to 86.7 %',
      ],
    );
  });

  it('has no interval if every mutant was tried', () => {
    const summary = summarize(outcomes(['killed', 3], ['survived', 1]));
    assert.equal(
      summaryLines(summary, { total: 4, drawn: 4, seed: 1 }).at(-1),
      'Score: 75.0 %',
    );
  });

  it('says where a mutant is and what it exchanges', () => {
    const text = 'const a = 1;\nif (a\n  > 0) {\n}\n';
    const start = text.indexOf('a\n');
    assert.equal(
      describeMutant(text, {
        file: 'src/a.ts',
        start,
        end: text.indexOf(')'),
        replacement: 'true',
      }),
      'src/a.ts:2:5  a > 0  =>  true',
    );
  });
});
