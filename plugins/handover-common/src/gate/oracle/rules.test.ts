import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { parseRecurrence, recurrenceStarts } from '../recurrence';
import data from './rules.json';

// Expected values of Python's dateutil and of arithmetic: see make_rules.py.

const MINUTE = 60_000;

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

  it('have the starts that a look at every single day gives them', () => {
    fc.assert(
      fc.property(
        ruleArbitrary,
        fc.integer({ min: 0, max: 900 }),
        (parts, offset) => {
          const rule = textOf(parts);
          const start = Temporal.PlainDate.from(parts.start);
          const from = start.add({ days: offset });
          const to = from.add({ days: 800 });
          const minutes = (date: Temporal.PlainDate) =>
            Temporal.PlainDate.from('1970-01-01').until(date).days * 1440;
          expect(
            startsOf(rule, minutes(start), minutes(from), minutes(to)),
          ).toEqual(daysByDefinition(parts, from, to).map(minutes));
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

/** Selects day by day and counts positions period by period, as RFC 5545 words it. */
function daysByDefinition(
  parts: Parts,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const start = Temporal.PlainDate.from(parts.start);
  const periods = new Map<number, Temporal.PlainDate[]>();
  const origin = periodOf(parts, start);
  const last = to.add({ days: 380 });
  for (
    let date = from.subtract({ days: 380 });
    Temporal.PlainDate.compare(date, last) < 0;
    date = date.add({ days: 1 })
  ) {
    const period = periodOf(parts, date);
    if ((period - origin) % parts.interval === 0 && isSelected(parts, date)) {
      periods.set(period, [...(periods.get(period) ?? []), date]);
    }
  }
  return [...periods.values()]
    .flatMap(days =>
      parts.positions
        ? days.filter(
            (_, index) =>
              parts.positions!.includes(index + 1) ||
              parts.positions!.includes(index - days.length),
          )
        : days,
    )
    .filter(
      date =>
        Temporal.PlainDate.compare(date, start) >= 0 &&
        Temporal.PlainDate.compare(date, from) >= 0 &&
        Temporal.PlainDate.compare(date, to) < 0,
    );
}

function periodOf(
  { frequency, weeks }: Parts,
  date: Temporal.PlainDate,
): number {
  const days = Temporal.PlainDate.from('2001-01-01').until(date).days;
  switch (frequency) {
    case 'DAILY':
      return days;
    case 'WEEKLY':
      return Math.floor(days / 7);
    case 'MONTHLY':
      return date.year * 12 + date.month;
    default:
      return weeks ? date.yearOfWeek! : date.year;
  }
}

function isSelected(parts: Parts, date: Temporal.PlainDate): boolean {
  const has = (values: number[] | undefined, position: number, size: number) =>
    !values ||
    values.includes(position) ||
    values.includes(position - size - 1);
  const weeksInYear = Temporal.PlainDate.from({
    year: date.yearOfWeek!,
    month: 12,
    day: 28,
  }).weekOfYear!;
  const inYear = parts.frequency === 'YEARLY' && !parts.months;
  const position = inYear ? date.dayOfYear : date.day;
  const size = inYear ? date.daysInYear : date.daysInMonth;
  return (
    (!parts.months || parts.months.includes(date.month)) &&
    has(parts.weeks, date.weekOfYear!, weeksInYear) &&
    has(parts.yearDays, date.dayOfYear, date.daysInYear) &&
    has(parts.monthDays, date.day, date.daysInMonth) &&
    (!parts.weekdays ||
      parts.weekdays.some(
        ({ weekday, nth }) =>
          weekday === date.dayOfWeek - 1 &&
          (!nth ||
            nth === Math.ceil(position / 7) ||
            nth === -Math.ceil((size - position + 1) / 7)),
      ))
  );
}
