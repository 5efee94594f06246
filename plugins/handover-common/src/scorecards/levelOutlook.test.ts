import { check, scorecardOf } from './__testUtils__/scorecards';
import { levelOutlook } from './levelOutlook';
import type { CheckResult, Outcome } from './types';

const EVALUATED = new Date('2026-11-20T10:00:00Z');

const result = (
  id: string,
  outcome: Outcome,
  more: Partial<CheckResult> = {},
): CheckResult => ({ id, outcome, counts: true, facts: [], ...more });

const outlook = (
  outcomes: [Outcome, Outcome, Outcome],
  options: {
    enforcedFrom?: string;
    exemptUntil?: Record<string, string>;
    reviewDueAt?: string;
    unknown?: 'fail';
  } = {},
) => {
  const { enforcedFrom, exemptUntil = {}, reviewDueAt, unknown } = options;
  const scorecard = scorecardOf(
    [
      check({ id: 'a', level: 'bronze' }),
      check({ id: 'b', level: 'silver', enforcedFrom }),
      check({ id: 'c', level: 'gold' }),
    ],
    { unknown },
  );
  const [a, b, c] = outcomes;
  const results = [
    result('a', a),
    result('b', b, { counts: enforcedFrom === undefined }),
    result('c', c, { facts: [{ path: 'document.stale', value: false }] }),
  ];
  return levelOutlook(scorecard, results, {
    evaluatedAt: EVALUATED,
    exemptUntil: new Map(
      Object.entries(exemptUntil).map(([id, time]) => [id, new Date(time)]),
    ),
    ...(reviewDueAt && { reviewDueAt: new Date(reviewDueAt) }),
  }).map(({ from, lowest, highest }) => [
    from.toISOString().slice(0, 10),
    lowest,
    highest,
  ]);
};

it('is one range while nothing changes by itself', () => {
  expect(outlook(['pass', 'pass', 'unknown'])).toEqual([['2026-11-20', 1, 2]]);
  expect(outlook(['pass', 'unknown', 'fail'])).toEqual([['2026-11-20', 0, 1]]);
  expect(outlook(['pass', 'unknown', 'pass'], { unknown: 'fail' })).toEqual([
    ['2026-11-20', 0, 0],
  ]);
});

it('is not certain after an exemption, even if unknown outcomes fail', () => {
  const exemptUntil = { b: '2026-12-01' };
  const spans = [
    ['2026-11-20', 2, 2],
    ['2026-12-01', 0, 2],
  ];
  expect(outlook(['pass', 'exempt', 'pass'], { exemptUntil })).toEqual(spans);
  expect(
    outlook(['pass', 'exempt', 'pass'], { exemptUntil, unknown: 'fail' }),
  ).toEqual(spans);
  // It was revoked or has ended since.
  expect(outlook(['pass', 'exempt', 'pass'])).toEqual([['2026-11-20', 0, 2]]);
});

it('changes when a check begins to count, and when the review is due', () => {
  const times = { enforcedFrom: '2026-12-24', reviewDueAt: '2026-12-01' };
  expect(outlook(['pass', 'fail', 'pass'], times)).toEqual([
    ['2026-11-20', 2, 2],
    ['2026-12-01', 1, 2],
    ['2026-12-24', 0, 0],
  ]);
  // It was due before, so the outcome is of a stale handover.
  expect(
    outlook(['pass', 'pass', 'pass'], { reviewDueAt: '2026-11-01' }),
  ).toEqual([['2026-11-20', 2, 2]]);
});
