import { decide } from './decide';
import { expandOccurrences } from './expand';
import type { Schedule } from './schema';
import type { Calendar } from './types';

// In New York, clocks skip 02:00 to 03:00 on Sunday, 14 March 2027.
const NEW_YORK = 'America/New_York';

const calendarOf = (schedule: Schedule): Calendar => ({
  id: 'component:default/orders',
  title: 'Orders',
  level: 'entity',
  version: '1',
  windows: [{ id: 'freeze', title: 'Freeze', effect: 'deny', schedule }],
});

const occurrencesOf = (schedule: Schedule, from: string, to: string) =>
  expandOccurrences([calendarOf(schedule)], { from, to }).items.map(
    ({ start, end }) => `${start} to ${end}`,
  );

const MEASURED: [string, Schedule, string][] = [
  [
    'days from a weekly start that clocks skip',
    {
      start: '2027-02-28T02:00',
      duration: 'P2D',
      rrule: 'FREQ=WEEKLY;BYDAY=SU',
      timeZone: NEW_YORK,
    },
    '2027-03-14T03:00:00-04:00 to 2027-03-16T02:00:00-04:00',
  ],
  [
    'days, then exact hours, from a start that clocks skip',
    {
      start: '2027-03-14T02:30',
      duration: 'P1DT2H',
      rrule: 'FREQ=WEEKLY',
      timeZone: NEW_YORK,
    },
    '2027-03-14T03:30:00-04:00 to 2027-03-15T04:30:00-04:00',
  ],
  [
    'exact hours from the instant that a skipped start is read as',
    {
      start: '2027-03-14T02:30',
      duration: 'PT24H',
      rrule: 'FREQ=WEEKLY',
      timeZone: NEW_YORK,
    },
    '2027-03-14T03:30:00-04:00 to 2027-03-15T03:30:00-04:00',
  ],
  [
    'days of a cron expression',
    { cron: '30 2 * * SUN', duration: 'P1D', timeZone: NEW_YORK },
    '2027-03-14T03:30:00-04:00 to 2027-03-15T02:30:00-04:00',
  ],
  [
    'days from an added date',
    {
      start: '2027-01-01T02:15',
      duration: 'P1W',
      rrule: 'FREQ=YEARLY',
      rdates: ['2027-03-14'],
      timeZone: NEW_YORK,
    },
    '2027-03-14T03:15:00-04:00 to 2027-03-21T02:15:00-04:00',
  ],
  [
    'days that end at a time that clocks skip',
    {
      start: '2027-03-13T02:30',
      duration: 'P1D',
      rrule: 'FREQ=YEARLY',
      timeZone: NEW_YORK,
    },
    '2027-03-13T02:30:00-05:00 to 2027-03-14T03:30:00-04:00',
  ],
  [
    'a single window, which has an end of its own',
    {
      start: '2027-03-14T02:30',
      end: '2027-03-14T12:00',
      timeZone: NEW_YORK,
    },
    '2027-03-14T03:30:00-04:00 to 2027-03-14T12:00:00-04:00',
  ],
];

it.each(MEASURED)('measures %s', (_, schedule, expected) => {
  expect(
    occurrencesOf(schedule, '2027-03-13T00:00:00Z', '2027-03-15T00:00:00Z'),
  ).toEqual([expected]);
});

it('ends a whole day at midnight in a zone that skips the midnight it starts at', () => {
  const day: Schedule = {
    start: '2018-11-04',
    duration: 'P1D',
    rrule: 'FREQ=YEARLY',
    timeZone: 'America/Sao_Paulo',
  };
  expect(
    occurrencesOf(day, '2018-11-01T00:00:00Z', '2018-11-10T00:00:00Z'),
  ).toEqual(['2018-11-04T01:00:00-02:00 to 2018-11-05T00:00:00-02:00']);
});

it('keeps an occurrence on a day that its zone skips', () => {
  // There was no Friday, 30 December 2011, in Apia.
  const fridays: Schedule = {
    start: '2011-12-16',
    duration: 'P1D',
    rrule: 'FREQ=WEEKLY;BYDAY=FR',
    timeZone: 'Pacific/Apia',
  };
  expect(
    occurrencesOf(fridays, '2011-12-25T00:00:00Z', '2012-01-03T00:00:00Z'),
  ).toEqual(['2011-12-31T00:00:00+14:00 to 2012-01-01T00:00:00+14:00']);
});

it('changes the verdict at that end, also where a cron expression has very many times', () => {
  const until = (schedule: Schedule) =>
    decide({
      calendars: [calendarOf(schedule)],
      environment: 'production',
      at: '2027-03-14T12:00:00Z',
    }).until;
  expect(
    until({
      start: '2027-02-28T02:00',
      duration: 'P2D',
      rrule: 'FREQ=WEEKLY;BYDAY=SU',
      timeZone: NEW_YORK,
    }),
  ).toBe('2027-03-16T06:00:00Z');
  expect(
    until({ cron: '* 2 14 3 *', duration: 'P2D', timeZone: NEW_YORK }),
  ).toBe('2027-03-16T06:59:00Z');
});
