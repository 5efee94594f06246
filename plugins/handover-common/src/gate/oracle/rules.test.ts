import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { parseRecurrence, recurrenceStarts } from '../recurrence';
import data from './rules.json';

// Expected values of Python's dateutil and of arithmetic: see make_rules.py.

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

type Case = [
  rule: string,
  start: number,
  from: number,
  to: number,
  starts: number[],
];

const cases = data as Case[];

const startsOf = (rule: string, start: number, from: number, to: number) =>
  recurrenceStarts(
    parseRecurrence(rule, start * MINUTE),
    from * MINUTE,
    to * MINUTE,
  ).map(found => found / MINUTE);

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

type Parts = {
  start: string;
  frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  months?: number[];
  weeks?: number[];
  yearDays?: number[];
  monthDays?: number[];
  weekdays?: { weekday: number; nth?: number }[];
  positions?: number[];
};

const some = (min: number, max: number, signed: boolean) =>
  fc.uniqueArray(
    signed
      ? fc.integer({ min, max }).chain(n => fc.constantFrom(n, -n))
      : fc.integer({ min, max }),
    { minLength: 1, maxLength: 6 },
  );

/** Weeks begin on Monday here, so that Temporal's ISO weeks are the right ones. */
const ruleArbitrary: fc.Arbitrary<Parts> = fc
  .record({
    start: fc
      .integer({ min: 0, max: 9000 })
      .map(days =>
        Temporal.PlainDate.from('2004-01-01').add({ days }).toString(),
      ),
    frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 3 }),
    months: fc.option(some(1, 12, false), { nil: undefined }),
    weeks: fc.option(some(1, 53, true), { nil: undefined }),
    yearDays: fc.option(some(1, 366, true), { nil: undefined, freq: 4 }),
    monthDays: fc.option(some(1, 31, true), { nil: undefined }),
    weekdays: fc.option(
      fc.uniqueArray(
        fc.record(
          {
            weekday: fc.integer({ min: 0, max: 6 }),
            nth: fc.constantFrom(1, 2, 5, -1, -2, 20, -20),
          },
          { requiredKeys: ['weekday'] },
        ),
        { minLength: 1, maxLength: 5 },
      ),
      { nil: undefined },
    ),
    positions: fc.option(some(1, 9, true), { nil: undefined }),
  })
  .map(toAllowed);

/** Drops what RFC 5545 does not allow together, and writes out what it takes from the start. */
function toAllowed(parts: Parts): Parts {
  const { frequency } = parts;
  const yearly = frequency === 'YEARLY';
  const weeks = yearly ? parts.weeks : undefined;
  const numbered = (yearly && !weeks) || frequency === 'MONTHLY';
  const allowed: Parts = {
    ...parts,
    weeks,
    yearDays: yearly ? parts.yearDays : undefined,
    monthDays: frequency === 'WEEKLY' ? undefined : parts.monthDays,
    weekdays: parts.weekdays?.map(({ weekday, nth }) =>
      numbered && nth ? { weekday, nth } : { weekday },
    ),
  };
  const start = Temporal.PlainDate.from(parts.start);
  if (
    frequency === 'DAILY' ||
    allowed.weekdays ||
    allowed.monthDays ||
    allowed.yearDays
  ) {
    return allowed.months || allowed.weekdays || allowed.monthDays || weeks
      ? allowed
      : { ...allowed, positions: undefined };
  }
  if (frequency === 'WEEKLY' || weeks) {
    return { ...allowed, weekdays: [{ weekday: start.dayOfWeek - 1 }] };
  }
  return {
    ...allowed,
    monthDays: [start.day],
    months: yearly ? allowed.months ?? [start.month] : allowed.months,
  };
}

function textOf(parts: Parts): string {
  const list = (name: string, values?: (number | string)[]) =>
    values ? [`${name}=${values.join(',')}`] : [];
  return [
    `FREQ=${parts.frequency}`,
    `INTERVAL=${parts.interval}`,
    ...list('BYMONTH', parts.months),
    ...list('BYWEEKNO', parts.weeks),
    ...list('BYYEARDAY', parts.yearDays),
    ...list('BYMONTHDAY', parts.monthDays),
    ...list(
      'BYDAY',
      parts.weekdays?.map(
        ({ weekday, nth }) => `${nth ?? ''}${WEEKDAYS[weekday]}`,
      ),
    ),
    ...list('BYSETPOS', parts.positions),
  ].join(';');
}

type Day = {
  /** Days since 1970-01-01. */
  number: number;
  year: number;
  month: number;
  date: number;
  weekday: number;
  dayOfYear: number;
  daysInMonth: number;
  daysInYear: number;
  week: number;
  weekYear: number;
  weeksInYear: number;
};

/** What Temporal knows of every day that a test can reach, computed once. */
const DAYS: Day[] = Array.from({ length: 13_000 }, (_, days) => {
  const date = Temporal.PlainDate.from('2002-01-01').add({ days });
  return {
    number: Date.parse('2002-01-01') / DAY + days,
    year: date.year,
    month: date.month,
    date: date.day,
    weekday: date.dayOfWeek - 1,
    dayOfYear: date.dayOfYear,
    daysInMonth: date.daysInMonth,
    daysInYear: date.daysInYear,
    week: date.weekOfYear!,
    weekYear: date.yearOfWeek!,
    // 28 December is always in the last week of its year.
    weeksInYear: Temporal.PlainDate.from(`${date.yearOfWeek}-12-28`)
      .weekOfYear!,
  };
});

/** Selects day by day and counts positions period by period, as RFC 5545 words it. */
function daysByDefinition(parts: Parts, from: number, to: number): number[] {
  const first = DAYS[0].number;
  const start = DAYS[Date.parse(parts.start) / DAY - first];
  const origin = periodOf(parts, start);
  const periods = new Map<number, Day[]>();
  for (const day of DAYS.slice(from - 380 - first, to + 380 - first)) {
    const period = periodOf(parts, day);
    if ((period - origin) % parts.interval === 0 && isSelected(parts, day)) {
      periods.set(period, [...(periods.get(period) ?? []), day]);
    }
  }
  return [...periods.values()]
    .flatMap(days =>
      days.filter(
        (_, index) =>
          !parts.positions ||
          parts.positions.includes(index + 1) ||
          parts.positions.includes(index - days.length),
      ),
    )
    .map(day => day.number)
    .filter(day => day >= start.number && day >= from && day < to);
}

function periodOf({ frequency, weeks }: Parts, day: Day): number {
  switch (frequency) {
    case 'DAILY':
      return day.number;
    case 'WEEKLY':
      return Math.floor((day.number + 3) / 7);
    case 'MONTHLY':
      return day.year * 12 + day.month;
    default:
      return weeks ? day.weekYear : day.year;
  }
}

function isSelected(parts: Parts, day: Day): boolean {
  const has = (values: number[] | undefined, position: number, size: number) =>
    !values ||
    values.includes(position) ||
    values.includes(position - size - 1);
  const inYear = parts.frequency === 'YEARLY' && !parts.months;
  const position = inYear ? day.dayOfYear : day.date;
  const size = inYear ? day.daysInYear : day.daysInMonth;
  return (
    (!parts.months || parts.months.includes(day.month)) &&
    has(parts.weeks, day.week, day.weeksInYear) &&
    has(parts.yearDays, day.dayOfYear, day.daysInYear) &&
    has(parts.monthDays, day.date, day.daysInMonth) &&
    (!parts.weekdays ||
      parts.weekdays.some(
        ({ weekday, nth }) =>
          weekday === day.weekday &&
          (!nth ||
            nth === Math.ceil(position / 7) ||
            nth === -Math.ceil((size - position + 1) / 7)),
      ))
  );
}

describe('recurrence rules', () => {
  it('cover every frequency and part with at least 2,000 cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(2000);
    for (const part of [
      ...['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].map(name => `FREQ=${name}`),
      ...['BYMONTH=', 'BYWEEKNO=', 'BYYEARDAY=', 'BYMONTHDAY=', 'BYDAY='],
      ...['BYHOUR=', 'BYSETPOS=', 'INTERVAL=', 'WKST='],
    ]) {
      const withPart = cases.filter(([rule]) => rule.includes(part));
      expect(withPart.length).toBeGreaterThan(100);
      expect(
        withPart.filter(([, , , , starts]) => starts.length > 0).length,
      ).toBeGreaterThan(50);
    }
  });

  it('have the starts that dateutil and arithmetic give them', () => {
    const wrong = cases
      .map(([rule, start, from, to, expected]) => ({
        rule,
        start: new Date(start * MINUTE).toISOString(),
        expected,
        found: startsOf(rule, start, from, to),
      }))
      .filter(
        ({ expected, found }) =>
          JSON.stringify(expected) !== JSON.stringify(found),
      );
    expect(wrong.slice(0, 10)).toEqual([]);
  });

  // After dateutil/dateutil#1537 and libical/libical#1143, #1374.
  it.each([
    {
      title: 'the last ISO week of a year that ends in January',
      rule: 'FREQ=YEARLY;BYWEEKNO=52;BYDAY=SA,SU',
      start: '2011-01-01',
      to: '2013-01-10',
      expected: [
        ...['2011-01-01', '2011-01-02', '2011-12-31', '2012-01-01'],
        ...['2012-12-29', '2012-12-30'],
      ],
    },
    {
      title: 'all days of an ISO week 53',
      rule: 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO,TU,WE,TH,FR,SA,SU',
      start: '2023-01-01',
      to: '2028-01-10',
      expected: [
        ...['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
        ...['2027-01-01', '2027-01-02', '2027-01-03'],
      ],
    },
    {
      title: 'the last day of each week that lies in July',
      rule: 'FREQ=WEEKLY;BYMONTH=7;BYDAY=SU,MO;BYSETPOS=-1',
      start: '2026-07-05',
      to: '2026-08-10',
      expected: [
        ...['2026-07-05', '2026-07-12', '2026-07-19', '2026-07-26'],
        '2026-07-27',
      ],
    },
  ])('include $title', ({ rule, start, to, expected }) => {
    const minutes = (date: string) => Date.parse(date) / MINUTE;
    expect(startsOf(rule, minutes(start), minutes(start), minutes(to))).toEqual(
      expected.map(minutes),
    );
  });

  it('have the starts that a look at every single day gives them', () => {
    fc.assert(
      fc.property(
        ruleArbitrary,
        fc.integer({ min: 0, max: 900 }),
        (parts, offset) => {
          const start = Date.parse(parts.start) / DAY;
          const from = start + offset;
          const to = from + 800;
          expect(
            startsOf(textOf(parts), start * 1440, from * 1440, to * 1440),
          ).toEqual(daysByDefinition(parts, from, to).map(day => day * 1440));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['the same rule in pieces', 100],
    ['the same rule in short pieces', 7],
  ])('are the same asked about at once and as %s', (_, days) => {
    fc.assert(
      fc.property(ruleArbitrary, parts => {
        const rule = textOf(parts);
        const start = Date.parse(parts.start) / MINUTE;
        const length = 700 * 1440;
        const pieces: number[] = [];
        for (let at = start; at < start + length; at += days * 1440) {
          pieces.push(
            ...startsOf(
              rule,
              start,
              at,
              Math.min(at + days * 1440, start + length),
            ),
          );
        }
        expect(pieces).toEqual(startsOf(rule, start, start, start + length));
      }),
      { numRuns: 100 },
    );
  });
});
