import fc from 'fast-check';
import { backoffMs, spreadDueAt } from './schedule';

const ms = fc.integer({ min: 1, max: 10 * 24 * 60 * 60 * 1000 });

it('doubles the wait with each failure, up to the longest one', () => {
  const retry = { firstMs: 60_000, lastMs: 900_000 };
  expect([1, 2, 3, 4, 5, 6, 1_000].map(each => backoffMs(each, retry))).toEqual(
    [60_000, 120_000, 240_000, 480_000, 900_000, 900_000, 900_000],
  );
});

it('never waits longer than the bound, nor less after more failures', () => {
  fc.assert(
    fc.property(ms, ms, fc.nat(), (firstMs, lastMs, failures) => {
      const retry = { firstMs, lastMs };
      const wait = backoffMs(failures, retry);
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(lastMs);
      expect(backoffMs(failures + 1, retry)).toBeGreaterThanOrEqual(wait);
    }),
  );
});

it('spreads due times over a few steps after the wait', () => {
  fc.assert(
    fc.property(
      ms,
      fc.integer({ min: 0, max: 4e12 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (waitMs, now, random) => {
        const late =
          spreadDueAt(waitMs, { now, random: () => random }).getTime() -
          now -
          waitMs;
        expect(late).toBeGreaterThanOrEqual(-1);
        expect(late).toBeLessThanOrEqual(0.15 * waitMs + 3);
      },
    ),
  );
  const times = new Set(
    Array.from({ length: 1_000 }, (_, now) =>
      spreadDueAt(600_000, { now }).getTime(),
    ),
  );
  expect(times.size).toBeGreaterThan(1);
  expect(times.size).toBeLessThanOrEqual(4);
});
