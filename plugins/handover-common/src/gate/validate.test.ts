import type { Schedule } from './schema';
import { validateSchedule, validateWindow } from './validate';

const rule = (rrule: string, more: object = {}): Schedule => ({
  start: '2026-01-05T09:00',
  duration: 'PT8H',
  rrule,
  timeZone: 'Europe/London',
  ...more,
});
const cron = (expression: string): Schedule => ({
  cron: expression,
  duration: 'PT1H',
  timeZone: 'UTC',
});
const once = (start: string, end: string): Schedule => ({
  start,
  end,
  timeZone: 'Europe/London',
});

const refused: [Schedule, string, RegExp][] = [
  [rule('FREQ=HOURLY'), 'rrule', /too fine.*DAILY with BYHOUR/],
  [rule('FREQ=FORTNIGHTLY'), 'rrule', /not one of DAILY/],
  [rule('BYDAY=MO'), 'rrule', /FREQ is missing/],
  [rule(''), 'rrule', /NAME=VALUE/],
  [rule('FREQ=DAILY;EVERY=2'), 'rrule', /'EVERY' is not a part/],
  [rule('FREQ=DAILY;FREQ=WEEKLY'), 'rrule', /given twice/],
  [rule('FREQ=WEEKLY;BYDAY=XX'), 'rrule', /'XX' is not a weekday/],
  [rule('FREQ=WEEKLY;BYDAY=1MO'), 'rrule', /needs FREQ=MONTHLY/],
  [rule('FREQ=DAILY;BYMONTH=13'), 'rrule', /'13' is not between 1 and 12/],
  [rule('FREQ=DAILY;BYHOUR=-1'), 'rrule', /'-1' is not between 0 and 23/],
  [rule('FREQ=DAILY;INTERVAL=0'), 'rrule', /INTERVAL=0 is not between/],
  [rule('FREQ=DAILY;INTERVAL=1e9'), 'rrule', /INTERVAL=1E9 is not/],
  [rule('FREQ=YEARLY;INTERVAL=99999'), 'rrule', /INTERVAL=99999 is not/],
  [rule('FREQ=DAILY;COUNT=10000000'), 'rrule', /COUNT=10000000 is not/],
  [
    rule('FREQ=DAILY;COUNT=2;UNTIL=20270101'),
    'rrule',
    /cannot be used together/,
  ],
  [rule('FREQ=DAILY;UNTIL=soon'), 'rrule', /UNTIL=SOON is not a date/],
  [rule('FREQ=DAILY;UNTIL=20250101'), 'rrule', /UNTIL is before the start/],
  [
    rule('FREQ=YEARLY;BYMONTH=12;UNTIL=20260201'),
    'rrule',
    /UNTIL is before the first occurrence/,
  ],
  [rule('FREQ=DAILY;BYSETPOS=1'), 'rrule', /BYSETPOS needs another part/],
  [rule('FREQ=MONTHLY;BYYEARDAY=3'), 'rrule', /BYYEARDAY cannot be used/],
  [rule('FREQ=WEEKLY;BYMONTHDAY=3'), 'rrule', /BYMONTHDAY cannot be used/],
  [
    rule('FREQ=YEARLY;BYWEEKNO=10;BYDAY=MO,1TU'),
    'rrule',
    /BYWEEKNO cannot be used with a numbered weekday/,
  ],
  [rule('FREQ=MONTHLY;BYWEEKNO=3'), 'rrule', /BYWEEKNO cannot be used/],
  [
    rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
    'rrule',
    /no occurrence within 60 years/,
  ],
  [
    rule('FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1'),
    'rrule',
    /no occurrence within 60 years/,
  ],
  [
    rule('FREQ=YEARLY;BYWEEKNO=10;BYYEARDAY=200;BYDAY=MO'),
    'rrule',
    /no occurrence within 60 years/,
  ],
  [
    rule('FREQ=DAILY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=31;COUNT=1000'),
    'rrule',
    /no occurrence within 60 years/,
  ],
  [
    rule('FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6'),
    'rrule',
    /no occurrence within 60 years/,
  ],
  [
    rule(
      `FREQ=DAILY;BYHOUR=${[...Array(24).keys()]};BYMINUTE=${[
        ...Array(60).keys(),
      ]};BYSECOND=${[...Array(60).keys()]}`,
    ),
    'rrule',
    /make 86400 times a day|at most 500 characters/,
  ],
  [rule(`FREQ=DAILY;BYDAY=${'MO,'.repeat(1e5)}`), 'rrule', /at most 500/],
  [rule('FREQ=DAILY', { timeZone: 'London' }), 'timeZone', /'London' is not/],
  [rule('FREQ=DAILY', { timeZone: '+05:30' }), 'timeZone', /IANA/],
  [rule('FREQ=DAILY', { timeZone: '' }), 'timeZone', /IANA/],
  [rule('FREQ=DAILY', { duration: 'PT0S' }), 'duration', /longer than zero/],
  [rule('FREQ=DAILY', { duration: '-PT1H' }), 'duration', /is not a duration/],
  [rule('FREQ=DAILY', { duration: 'P1M' }), 'duration', /is not a duration/],
  [rule('FREQ=DAILY', { duration: 'P' }), 'duration', /is not a duration/],
  [rule('FREQ=DAILY', { duration: 'P367D' }), 'duration', /than 366 days/],
  [
    rule('FREQ=DAILY', { duration: 'PT999999999H' }),
    'duration',
    /than 366 days/,
  ],
  [rule('FREQ=DAILY', { start: '2026-02-30' }), 'start', /'2026-02-30' is no/],
  [rule('FREQ=DAILY', { start: '0001-01-01' }), 'start', /years 1970 to/],
  [
    rule('FREQ=DAILY', { exdates: ['2026-12-25', '2026-13-01'] }),
    'exdates.1',
    /'2026-13-01' is no/,
  ],
  [
    rule('FREQ=DAILY', { rdates: Array(1001).fill('2026-12-25') }),
    'rdates',
    /more than 1000/,
  ],
  [once('2026-12-25T10:00', '2026-12-25T10:00'), 'end', /not after the start/],
  [once('2026-12-25', '2026-12-24'), 'end', /not after the start/],
  [
    once('2026-12-25T24:00', '2026-12-26'),
    'start',
    /is not a valid date or time/,
  ],
  [cron('@reboot'), 'cron', /'@reboot' is a shorthand/],
  [cron('0 0 9 * * *'), 'cron', /five fields.*has 6/],
  [cron('60 * * * *'), 'cron', /minute field '60' is not between 0 and 59/],
  [cron('0 9 * * 7'), 'cron', /day of week field '7' is not between 0 and 6/],
  [cron('0 9 * * fri-mon'), 'cron', /ends before it begins/],
  [cron('*/0 * * * *'), 'cron', /step of 0/],
  [cron('1- * * * *'), 'cron', /not a value, range or step/],
  [cron('0 9 30 2 *'), 'cron', /never occurs/],
  [cron('0 9 L * *'), 'cron', /not a value, range or step/],
  [cron(`${'0,'.repeat(1e5)}0 * * * *`), 'cron', /at most 200/],
];

describe('validateSchedule', () => {
  it.each<[string, Schedule]>([
    ['a weekly rule', rule('FREQ=WEEKLY;BYDAY=MO,TU;INTERVAL=2;WKST=SU')],
    ['lower case and a prefix', rule('RRULE:freq=daily;count=3')],
    ['blanks around names and values', rule(' FREQ = DAILY ; COUNT = 3 ')],
    ['a leap day', rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29')],
    ['UNTIL in UTC', rule('FREQ=DAILY;UNTIL=20261231T235959Z')],
    ['UNTIL as a date', rule('FREQ=DAILY;UNTIL=20260105')],
    ['one day', once('2026-12-25', '2026-12-25')],
    ['cron with names', cron('0 9 ? JAN-MAR mon-fri')],
    ['cron of a leap day', cron('0 9 29 2 *')],
    ['week 53', rule('FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO')],
  ])('finds nothing wrong with %s', (_, schedule) => {
    expect(validateSchedule(schedule)).toEqual([]);
  });

  it.each(
    refused.map(([schedule, path, message]) => ({ schedule, path, message })),
  )('refuses a wrong $path: $message', ({ schedule, path, message }) => {
    const begun = Date.now();
    expect(validateSchedule(schedule)).toEqual([
      { path, message: expect.stringMatching(message) },
    ]);
    // Generous for a busy machine; an unbounded search would not come back.
    expect(Date.now() - begun).toBeLessThan(5000);
  });

  it('gives paths from the window', () => {
    expect(
      validateWindow({
        id: 'freeze',
        title: 'Freeze',
        effect: 'deny',
        schedule: rule('FREQ=DAILY', { timeZone: 'Mars/Olympus' }),
      }),
    ).toEqual([
      {
        path: 'schedule.timeZone',
        message: "'Mars/Olympus' is not the IANA name of a time zone",
      },
    ]);
  });
});
