import { DECISION_HORIZON_DAYS, decide } from '../decide';
import { expandOccurrences } from '../expand';
import type { HandoverWindow, Schedule } from '../schema';
import type { Calendar } from '../types';
import { validateSchedule } from '../validate';
import data from './cases.json';

// Expected values of Python's dateutil and zoneinfo: see make_oracle.py.

type Case = {
  schedule: Schedule;
  from: number;
  to: number;
  occurrences: { start: number; end: number }[];
  samples: { instant: number; active: boolean; until: number | undefined }[];
};

const cases = (
  data as [Schedule, number, number, number[][], number[][]][]
).map(
  ([schedule, from, to, occurrences, samples]): Case => ({
    schedule,
    from,
    to,
    occurrences: occurrences.map(([start, length]) => ({
      start,
      end: start + length,
    })),
    samples: samples.map(([instant, active, until]) => ({
      instant,
      active: active === 1,
      until: until === 0 ? undefined : until,
    })),
  }),
);

const rfc3339 = (seconds: number) => new Date(seconds * 1000).toISOString();
/** The gate looks no further than its horizon for a change. */
const within = (until: number | undefined, instant: number) =>
  until && until < instant + DECISION_HORIZON_DAYS * 86_400 ? until : undefined;
const seconds = (text: string) => Date.parse(text) / 1000;

function calendarOf(
  schedule: Schedule,
  effect: HandoverWindow['effect'],
): Calendar {
  return {
    id: 'oracle',
    title: 'Oracle',
    level: 'entity',
    version: '1',
    windows: [{ id: 'window', title: 'Window', effect, schedule }],
  };
}

const zones = [...new Set(cases.map(({ schedule }) => schedule.timeZone))];

describe('schedules against dateutil and zoneinfo', () => {
  it('has enough cases, of every form, in enough zones', () => {
    expect(cases.length).toBeGreaterThanOrEqual(3000);
    expect(zones.length).toBeGreaterThanOrEqual(12);
    for (const form of ['end', 'rrule', 'cron']) {
      expect(
        cases.filter(({ schedule }) => form in schedule).length,
      ).toBeGreaterThan(500);
    }
  });

  describe.each(zones)('%s', zone => {
    const ofZone = cases.filter(({ schedule }) => schedule.timeZone === zone);

    it('has the same occurrences', () => {
      const wrong = ofZone
        .map(({ schedule, from, to, occurrences }) => ({
          schedule,
          expected: occurrences,
          found: expandAll(schedule, from, to),
        }))
        .filter(
          ({ expected, found }) =>
            JSON.stringify(expected) !== JSON.stringify(found),
        );
      expect(wrong).toEqual([]);
    });

    it.each(['allow', 'deny'] as const)(
      'has the same verdicts of a window that %ss, until the same instants',
      effect => {
        const wrong = ofZone.flatMap(({ schedule, to, samples }) =>
          samples
            .map(({ instant, active, until }) => {
              const decision = decide({
                calendars: [calendarOf(schedule, effect)],
                environment: 'production',
                at: rfc3339(instant),
              });
              const changes = decision.until && seconds(decision.until);
              return {
                schedule,
                at: decision.at,
                found: {
                  verdict: decision.verdict,
                  until: changes && changes < to ? changes : undefined,
                },
                expected: {
                  verdict: active === (effect === 'allow') ? 'open' : 'closed',
                  until: within(until, instant),
                },
              };
            })
            .filter(
              ({ expected, found }) =>
                expected.verdict !== found.verdict ||
                expected.until !== found.until,
            ),
        );
        expect(wrong).toEqual([]);
      },
    );

    it('finds nothing wrong with a schedule that has occurrences', () => {
      const wrong = ofZone
        .filter(({ occurrences }) => occurrences.length > 0)
        .map(({ schedule }) => ({
          schedule,
          problems: validateSchedule(schedule),
        }))
        .filter(({ problems }) => problems.length > 0);
      expect(wrong).toEqual([]);
    });
  });
});

/** In pieces, because a range has a longest length. */
function expandAll(schedule: Schedule, from: number, to: number) {
  const found = new Map<string, { start: number; end: number }>();
  const piece = 1000 * 86_400;
  for (let begin = from; begin < to; begin += piece) {
    const { items, truncated, problems } = expandOccurrences(
      [calendarOf(schedule, 'allow')],
      {
        from: rfc3339(begin),
        to: rfc3339(Math.min(to, begin + piece)),
      },
    );
    if (truncated || problems.length > 0) {
      return problems;
    }
    for (const { start, end } of items) {
      found.set(`${start} ${end}`, {
        start: seconds(start),
        end: seconds(end),
      });
    }
  }
  return [...found.values()];
}
