import { compileSchedule } from './compile';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 5, 1, 9);
const END = START + 8 * HOUR;
const INTERVAL = { start: START, end: END };

const PLACE = { start: '2026-06-01T11:00', timeZone: 'Europe/Berlin' };
const SCHEDULES = {
  'with an end': compileSchedule({ ...PLACE, end: '2026-06-01T19:00' }),
  'of a rule': compileSchedule({
    ...PLACE,
    duration: 'PT8H',
    rrule: 'FREQ=DAILY;COUNT=1',
  }),
};

describe.each(Object.entries(SCHEDULES))(
  'a schedule %s that happens once',
  (_, schedule) => {
    it.each([
      [START - 1, false],
      [START, true],
      [END - 1, true],
      [END, false],
    ])('is active at %d: %s', (instant, isActive) => {
      expect(schedule.activeAt(instant)).toEqual(
        isActive ? INTERVAL : undefined,
      );
    });

    it.each([
      [START - HOUR, START, false],
      [START - HOUR, START + 1, true],
      [START, END, true],
      [START + 1, END + HOUR, false],
      [END, END + HOUR, false],
    ])('starts in %d to %d: %s', (from, to, starts) => {
      expect(schedule.nextStart(from, to)).toEqual(
        starts ? INTERVAL : undefined,
      );
      // As written, two hours ahead of UTC.
      const ahead = 2 * HOUR;
      const local = (limit: number) =>
        schedule.localStarts(from + ahead, to + ahead, limit);
      expect(local(1)).toEqual(starts ? [START + ahead] : []);
      expect(local(0)).toEqual([]);
    });

    it.each([
      [START - HOUR, START, false],
      [START - HOUR, START + 1, true],
      [END - 1, END + HOUR, true],
      [END, END + HOUR, false],
      [START + 1, START + 2, true],
    ])('overlaps %d to %d: %s', (from, to, overlaps) => {
      const expected = overlaps ? [INTERVAL] : [];
      expect(schedule.occurrences(from, to, 5)).toEqual(expected);
      expect(schedule.occurrences(from, to, 0)).toEqual([]);
      expect([...schedule.coverage(from, to)]).toEqual(expected);
    });
  },
);

describe.each([
  ['cron', { cron: '0 11 * * *', duration: 'PT8H', timeZone: 'Europe/Berlin' }],
  ['rrule', { ...PLACE, duration: 'PT8H', rrule: 'FREQ=DAILY' }],
])('a daily schedule by %s', (_, source) => {
  const schedule = compileSchedule(source);
  const DAY = 24 * HOUR;
  const starts = (intervals: Iterable<{ start: number; end: number }>) =>
    [...intervals].map(({ start, end }) => {
      expect(end - start).toBe(8 * HOUR);
      return (start - START) / DAY;
    });

  it.each([
    [START, START + 2 * DAY, [0, 1]],
    [START, START + 2 * DAY + 1, [0, 1, 2]],
    [START + HOUR, START + DAY, [0]],
    [END, START + 3 * DAY, [1, 2]],
    [END, START + DAY, []],
  ])('covers %d to %d by the days %j', (from, to, days) => {
    // It may say the same twice.
    expect([...new Set(starts(schedule.coverage(from, to)))]).toEqual(days);
    expect(starts(schedule.occurrences(from, to, 10))).toEqual(days);
    expect(starts(schedule.occurrences(from, to, 1))).toEqual(days.slice(0, 1));
  });

  it('starts next on the day after', () => {
    expect(schedule.nextStart(START + 1, START + 2 * DAY)).toEqual({
      start: START + DAY,
      end: END + DAY,
    });
    expect(schedule.nextStart(START + 1, START + DAY)).toBeUndefined();
  });
});

it.each(['2026-06-01T11:00', '2026-06-01T10:59', '2026-05-31'])(
  'does not end at %s, which is not after its start',
  end => {
    expect(() => compileSchedule({ ...PLACE, end })).toThrow(
      expect.objectContaining({ name: 'ScheduleError', path: 'end' }),
    );
  },
);
