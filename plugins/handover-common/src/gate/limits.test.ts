import { decide } from './decide';
import { expandOccurrences } from './expand';
import type { HandoverWindow, Schedule } from './schema';
import type { Calendar } from './types';
import { validateSchedule } from './validate';
import { Zone } from './zone';

// Work is counted, not timed: every occurrence that is looked at is converted
// to an instant.

const TIMES = `BYHOUR=${[...Array(24).keys()].join(',')};BYMINUTE=0,30`;
const rule = (rrule: string, duration: string): Schedule => ({
  start: '1970-01-01T00:00',
  duration,
  rrule,
  timeZone: 'Europe/London',
});
const cron = (expression: string, duration: string): Schedule => ({
  cron: expression,
  duration,
  timeZone: 'Europe/London',
});

const LONGEST: [name: string, schedule: Schedule][] = [
  ['every minute for a minute', cron('* * * * *', 'PT1M')],
  ['every second minute for half a minute', cron('*/2 * * * *', 'PT30S')],
  ['every minute for a year', cron('* * * * *', 'P366D')],
  ['daily', rule('FREQ=DAILY', 'PT8H')],
  ['48 times a day', rule(`FREQ=DAILY;${TIMES}`, 'PT1M')],
  ['48 times a day for a year', rule(`FREQ=DAILY;${TIMES}`, 'P366D')],
  ['a leap day', rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'P1D')],
  ['with COUNT', rule('FREQ=DAILY;COUNT=1000', 'P1D')],
  [
    'with BYSETPOS and COUNT',
    rule('FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=-1;BYMONTH=1;COUNT=200', 'P1D'),
  ],
  [
    'by weeks of the year',
    rule('FREQ=YEARLY;BYWEEKNO=1,-1;BYDAY=MO,TU,WE', 'P1D'),
  ],
];
/** A usual instant, and one beside a change of offset. */
const INSTANTS = ['2026-11-28T10:00:30Z', '2026-03-29T00:59:00Z'];

function calendarOf(schedules: Schedule[]): Calendar[] {
  const windows = schedules.map(
    (schedule, index): HandoverWindow => ({
      id: `window-${index}`,
      title: `Window ${index}`,
      effect: index % 2 ? 'deny' : 'allow',
      schedule,
    }),
  );
  return [{ id: 'a', title: 'A', level: 'entity', version: '1', windows }];
}

describe('at the limit of 500 windows', () => {
  let conversions = 0;
  const toInstant = Zone.prototype.toInstant;

  beforeEach(() => {
    conversions = 0;
    jest
      .spyOn(Zone.prototype, 'toInstant')
      .mockImplementation(function count(this: Zone, floating: number) {
        conversions += 1;
        return toInstant.call(this, floating);
      });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  describe.each(LONGEST)('%s', (_, schedule) => {
    const calendars = calendarOf(Array(500).fill(schedule));

    it('can be written in a document', () => {
      expect(validateSchedule(schedule)).toEqual([]);
    });

    // Around a change of offset, those of an hour or two are put in order.
    it.each(INSTANTS)('a decision at %s looks at few occurrences', at => {
      const decision = decide({ calendars, environment: 'production', at });
      expect(decision.verdict).not.toBe('unknown');
      expect(conversions).toBeLessThan(600_000);
    });

    it('a list of occurrences looks at few more than it returns', () => {
      const { items } = expandOccurrences(calendars, {
        from: '2026-01-01T00:00:00Z',
        to: '2028-12-01T00:00:00Z',
      });
      expect(items.length).toBeLessThanOrEqual(2000);
      expect(conversions).toBeLessThan(250_000);
    });
  });
});

it('says how far it searched where windows that toggle every two minutes never open', () => {
  const calendars = calendarOf(Array(2).fill(cron('*/2 * * * *', 'PT30S')));
  const decision = decide({
    calendars,
    environment: 'production',
    at: '2026-11-28T10:00:45Z',
  });
  expect(decision).toMatchObject({ verdict: 'closed' });
  expect(decision).not.toHaveProperty('until');
  expect(decision).not.toHaveProperty('nextOpen');
  expect(Date.parse(decision.searchedUntil!)).toBeGreaterThan(
    Date.parse('2026-12-05T00:00:00Z'),
  );
});

it('says nothing of a limit where everything was found before it', () => {
  const calendars = calendarOf([
    cron('*/2 * * * *', 'PT30S'),
    cron('1/2 * * * *', 'PT30S'),
  ]);
  const decision = decide({
    calendars,
    environment: 'production',
    at: '2026-11-28T10:00:45Z',
  });
  expect(decision).toMatchObject({
    verdict: 'closed',
    until: '2026-11-28T10:02:00Z',
    nextOpen: '2026-11-28T10:02:00Z',
  });
  expect(decision).not.toHaveProperty('searchedUntil');
});
