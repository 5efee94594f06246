import { mockApis } from '@backstage/frontend-test-utils';
import type { Schedule } from '@backstage-handover/plugin-handover-common/gate';
import { handoverTranslationRef } from '../messages';
import { describeSchedule } from './scheduleWords';

describe('describeSchedule', () => {
  beforeAll(() => {
    jest.useFakeTimers({ now: new Date('2026-11-20T12:00:00Z') });
  });
  afterAll(() => {
    jest.useRealTimers();
  });

  const snapshot = mockApis
    .translation()
    .getTranslation(handoverTranslationRef);
  const say = (schedule: Schedule) =>
    snapshot.ready
      ? describeSchedule(schedule, { t: snapshot.t, locale: 'en-GB' })
      : undefined;

  const timeZone = 'Europe/London';
  const rule = (rrule: string, start = '2020-01-03T16:00', duration = 'PT4H') =>
    say({ start, duration, rrule, timeZone });

  it.each([
    ['FREQ=DAILY', 'every day 16:00–20:00'],
    ['FREQ=DAILY;INTERVAL=2', 'every 2 days 16:00–20:00'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'every Monday to Friday 16:00–20:00'],
    ['FREQ=WEEKLY', 'every Friday 16:00–20:00'],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH',
      'every 2 weeks on Tuesday and Thursday 16:00–20:00',
    ],
    ['FREQ=MONTHLY', 'every month on day 3 16:00–20:00'],
    [
      'FREQ=MONTHLY;BYMONTHDAY=1,2,3,15,-1',
      'every month on days 1–3 and 15 and the last day 16:00–20:00',
    ],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Friday 16:00–20:00'],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'every month on the last working day 16:00–20:00',
    ],
    [
      'FREQ=MONTHLY;BYDAY=2TU;BYMONTH=3,6,9,12',
      'every month on the second Tuesday in March, June, September and December 16:00–20:00',
    ],
    ['FREQ=YEARLY', 'every year on 3 January 16:00–20:00'],
    [
      'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24',
      'every year on 24 December 16:00–20:00',
    ],
    ['FREQ=WEEKLY;COUNT=9', 'every Friday 16:00–20:00, 9 times'],
    [
      'FREQ=WEEKLY;UNTIL=20270101T000000Z',
      'every Friday 16:00–20:00, until Fri, 1 Jan 2027',
    ],
    [
      'FREQ=YEARLY;BYWEEKNO=20',
      'by the rule FREQ=YEARLY;BYWEEKNO=20 16:00–20:00',
    ],
    [
      'FREQ=DAILY;BYHOUR=9,17',
      'by the rule FREQ=DAILY;BYHOUR=9,17 16:00–20:00',
    ],
  ])('says %s', (rrule, words) => {
    expect(rule(rrule)).toBe(`${words}, Europe/London`);
  });

  it.each([
    ['2020-01-03T16:00', 'P2DT16H', 'every Friday 16:00 – Monday 08:00'],
    ['2020-01-03T22:00', 'PT8H', 'every Friday 22:00 – Saturday 06:00'],
    ['2020-01-03', 'P1D', 'every Friday, all day'],
    ['2020-01-03T20:00', 'PT4H', 'every Friday 20:00 – Saturday 00:00'],
    ['2020-01-03T16:00', 'P8D', 'every Friday from 16:00 for 8 days'],
    [
      '2030-01-04T16:00',
      'PT1H',
      'every Friday 16:00–17:00, from Fri, 4 Jan 2030',
    ],
  ])('says when a window from %s for %s ends', (start, duration, words) => {
    expect(rule('FREQ=WEEKLY', start, duration)).toBe(
      `${words}, Europe/London`,
    );
  });

  it('says which dates are left out and added', () => {
    expect(
      say({
        start: '2020-01-03T22:00',
        duration: 'PT8H',
        rrule: 'FREQ=DAILY',
        exdates: ['2026-12-25T22:00'],
        rdates: ['2026-12-31T12:00'],
        timeZone,
      }),
    ).toBe(
      'every day 22:00 – 06:00 the next day, and on Thu, 31 Dec 2026, except Fri, 25 Dec 2026, Europe/London',
    );
  });

  it.each([
    ['0 22 * * 1-5', 'PT2H', 'every Monday to Friday 22:00–24:00'],
    ['30 9 * * *', 'PT1H', 'every day 09:30–10:30'],
    ['0 0 1 * *', 'P1D', 'every month on day 1, all day'],
    ['0 6 24 DEC *', 'PT1H', 'every year on 24 December 06:00–07:00'],
    ['0 9 * * SUN', 'PT1H', 'every Sunday 09:00–10:00'],
    // Refused by the gate, which counts Sunday as 0.
    ['0 9 * * 7', 'PT1H', 'by the cron expression 0 9 * * 7, 1 hour'],
    ['0 8,20 * * *', 'PT1H', 'every day from 08:00 and 20:00 for 1 hour'],
    ['*/20 * * * *', 'PT5M', 'by the cron expression */20 * * * *, 5 minutes'],
    ['0 9 1 * 1', 'PT1H', 'by the cron expression 0 9 1 * 1, 1 hour'],
  ])('says cron %s for %s', (cron, duration, words) => {
    expect(say({ cron, duration, timeZone })).toBe(`${words}, Europe/London`);
  });

  it.each([
    ['2026-12-24', '2026-12-24', 'Thu, 24 Dec 2026, all day'],
    [
      '2026-12-24',
      '2027-01-02',
      'Thu, 24 Dec 2026 – Sat, 2 Jan 2027, whole days',
    ],
    [
      '2026-11-20T18:00',
      '2026-11-23T09:00',
      'Fri, 20 Nov 2026 18:00 – Mon, 23 Nov 2026 09:00',
    ],
    ['2026-11-20T18:00', '2026-11-20T20:00', 'Fri, 20 Nov 2026 18:00 – 20:00'],
  ])('says once from %s to %s', (start, end, words) => {
    expect(say({ start, end, timeZone })).toBe(`${words}, Europe/London`);
  });
});
