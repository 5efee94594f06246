import fc from 'fast-check';
import { compileSchedule } from './compile';
import { Budget } from './coverage';
import { anyInstant, anySchedule } from './__testUtils__/arbitraries';
import { type Situation, Timeline } from './timeline';
import type { Schedule } from './schema';

const DAY = 86_400_000;
const HORIZON = 3 * DAY;

const situationOf = (
  denies: Schedule[],
  allows: Schedule[],
  more: Partial<Situation> = {},
): Situation => ({
  denies: denies.map(compileSchedule),
  allows: allows.map(compileSchedule),
  incomplete: false,
  fallback: 'open',
  conditions: [],
  overrides: [],
  ...more,
});

/** Looks at every start and end of every occurrence, one after the other. */
function evaluateNaively(
  { denies, allows, fallback, incomplete }: Situation,
  at: number,
) {
  const listOf = (schedules: Situation['denies']) =>
    schedules.flatMap(schedule =>
      schedule.occurrences(at, at + HORIZON, Infinity),
    );
  const denied = listOf(denies);
  const allowed = listOf(allows);
  const isActive = (list: typeof denied, instant: number) =>
    list.some(({ start, end }) => start <= instant && instant < end);
  const verdictAt = (instant: number) => {
    if (isActive(denied, instant)) {
      return 'closed';
    }
    if (incomplete) {
      return 'unknown';
    }
    if (allows.length === 0) {
      return fallback;
    }
    return isActive(allowed, instant) ? 'open' : 'closed';
  };
  const instants = [...denied, ...allowed]
    .flatMap(({ start, end }) => [start, end])
    .filter(instant => instant > at && instant < at + HORIZON)
    .sort((a, b) => a - b);
  const verdict = verdictAt(at);
  return {
    verdict,
    until: instants.find(instant => verdictAt(instant) !== verdict),
    nextOpen: [at, ...instants].find(instant => verdictAt(instant) === 'open'),
  };
}

const anySituation = fc
  .record({
    denies: fc.array(anySchedule, { maxLength: 3 }),
    allows: fc.array(anySchedule, { maxLength: 3 }),
    fallback: fc.constantFrom('open' as const, 'closed' as const),
    incomplete: fc.boolean(),
  })
  .map(({ denies, allows, ...more }) => situationOf(denies, allows, more));

function evaluate(situation: Situation, at: number, budget: Budget) {
  const timeline = new Timeline(situation, {
    at,
    horizon: at + HORIZON,
    budget,
  });
  const { verdict } = timeline;
  const until = timeline.nextChange();
  const nextOpen = timeline.nextOpening();
  return { verdict, until, nextOpen, horizon: timeline.horizon };
}

describe('Timeline', () => {
  it('answers like an evaluation of every occurrence', () => {
    fc.assert(
      fc.property(anySituation, anyInstant, (situation, at) => {
        const { horizon, ...found } = evaluate(
          situation,
          at,
          new Budget(Infinity),
        );
        expect(found).toEqual(evaluateNaively(situation, at));
        expect(horizon).toBe(at + HORIZON);
      }),
      { numRuns: 80 },
    );
  });

  it('is right as far as it was able to search, however little that is', () => {
    fc.assert(
      fc.property(
        anySituation,
        anyInstant,
        fc.integer({ min: 0, max: 40 }),
        (situation, at, size) => {
          const full = evaluateNaively(situation, at);
          const found = evaluate(situation, at, new Budget(size));
          expect(found.verdict).toBe(full.verdict);
          const beforeHorizon = (instant: number | undefined) =>
            instant !== undefined && instant < found.horizon
              ? instant
              : undefined;
          expect(beforeHorizon(found.until)).toBe(beforeHorizon(full.until));
          expect(beforeHorizon(found.nextOpen)).toBe(
            beforeHorizon(full.nextOpen),
          );
          // What was found before the search ended is right, too.
          expect([undefined, full.until]).toContain(found.until);
          expect([undefined, full.nextOpen]).toContain(found.nextOpen);
        },
      ),
      { numRuns: 120 },
    );
  });
});
