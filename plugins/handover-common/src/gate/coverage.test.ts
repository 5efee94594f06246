import fc from 'fast-check';
import { compileSchedule } from './compile';
import { Budget, Coverage } from './coverage';
import type { Interval } from './intervals';

const HOUR = 3_600_000;
const FROM = Date.UTC(2026, 5, 1);
const TO = FROM + 3 * 24 * HOUR;

const anyDaily = fc
  .record({
    minute: fc.constantFrom(0, 15, 30),
    hour: fc.integer({ min: 0, max: 23 }),
    minutes: fc.constantFrom(15, 30, 90, 600),
  })
  .map(({ minute, hour, minutes }) =>
    compileSchedule({
      cron: `${minute} ${hour} * * *`,
      duration: `PT${minutes}M`,
      timeZone: 'UTC',
    }),
  );

/** Sorts all occurrences, and joins those that touch. */
function joined(occurrences: Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const each of [...occurrences].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && each.start <= last.end) {
      last.end = Math.max(last.end, each.end);
    } else {
      result.push({ ...each });
    }
  }
  return result;
}

it('joins what many schedules cover, in order', () => {
  fc.assert(
    fc.property(
      fc.array(anyDaily, { minLength: 1, maxLength: 12 }),
      schedules => {
        const coverage = new Coverage(schedules, {
          from: FROM,
          to: TO,
          budget: new Budget(Infinity),
        });
        const found: Interval[] = [];
        let next = coverage.at(FROM);
        while (next) {
          found.push(next);
          next = coverage.at(next.end);
        }
        expect(found).toEqual(
          joined(
            schedules.flatMap(schedule =>
              schedule.occurrences(FROM, TO, Infinity),
            ),
          ),
        );
        expect(coverage.knownUntil).toBe(TO);
      },
    ),
    { numRuns: 200 },
  );
});
