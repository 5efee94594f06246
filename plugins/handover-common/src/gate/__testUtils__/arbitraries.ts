import fc from 'fast-check';
import type { EvaluatedCondition } from '../conditions';
import type { GateOverride } from '../overrides';
import type { HandoverWindow, Schedule } from '../schema';
import type { Calendar } from '../types';

const zone = fc.constantFrom(
  'UTC',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30))
  .map(
    ([hour, minute]) =>
      `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
  );
const duration = fc.constantFrom(
  'PT30M',
  'PT4H',
  'PT24H',
  'P1D',
  'P3D',
  'P1W',
  'P1DT6H',
);
const day = fc
  .date({
    min: new Date('2003-01-01'),
    max: new Date('2024-12-31'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString().slice(0, 10));

/** Any instant in the years 2021 to 2026, to the minute. */
export const anyInstant = fc
  .integer({
    min: Date.parse('2021-01-01') / 60_000,
    max: Date.parse('2026-12-31') / 60_000,
  })
  .map(minutes => minutes * 60_000);

const once: fc.Arbitrary<Schedule> = fc
  .tuple(anyInstant, fc.integer({ min: 1, max: 20_000 }), zone)
  .map(([start, minutes, timeZone]) => ({
    start: new Date(start).toISOString().slice(0, 16),
    // Two hours more than any change of offset takes away.
    end: new Date(start + (minutes + 26 * 60) * 60_000)
      .toISOString()
      .slice(0, 16),
    timeZone,
  }));

const recurring: fc.Arbitrary<Schedule> = fc
  .tuple(
    day,
    time,
    duration,
    fc.constantFrom(
      'FREQ=DAILY',
      'FREQ=DAILY;INTERVAL=3',
      'FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0,30',
      'FREQ=WEEKLY;BYDAY=MO,WE,FR',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'FREQ=MONTHLY;BYDAY=1MO;COUNT=240',
      'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20',
      'FREQ=WEEKLY;BYDAY=TH;UNTIL=20240229T120000Z',
    ),
    zone,
  )
  .map(([date, clock, length, rrule, timeZone]) => ({
    start: `${date}T${clock}`,
    duration: length,
    rrule,
    timeZone,
  }));

const cron: fc.Arbitrary<Schedule> = fc
  .tuple(
    fc.constantFrom(
      '0 9 * * 1-5',
      '*/20 * * * *',
      '* * * * *',
      '30 22 13 * FRI',
      '15 1,2 */3 * ?',
      '0 0 1 JAN,JUL *',
    ),
    duration,
    zone,
  )
  .map(([expression, length, timeZone]) => ({
    cron: expression,
    duration: length,
    timeZone,
  }));

/** A schedule of any form that can be read. */
export const anySchedule = fc.oneof(once, recurring, cron);

const anyWindow = fc.record({
  effect: fc.constantFrom<HandoverWindow['effect']>('allow', 'deny'),
  schedule: anySchedule,
});

/** Up to three calendars with up to three windows each, with ids of their own. */
export const anyCalendars: fc.Arbitrary<Calendar[]> = fc
  .array(fc.array(anyWindow, { maxLength: 3 }), { maxLength: 3 })
  .map(calendars =>
    calendars.map((windows, index) => ({
      id: `calendar-${index}`,
      title: `Calendar ${index}`,
      level: 'system' as const,
      version: '1',
      windows: windows.map((window, number) => ({
        id: `window-${number}`,
        title: `Window ${number}`,
        ...window,
      })),
    })),
  );

const MONTH = 30 * 24 * 60;
const minutesAround = fc
  .integer({ min: -MONTH, max: MONTH })
  .map(minutes => minutes * 60_000);
const minutesAhead = fc
  .integer({ min: 1, max: MONTH })
  .map(minutes => minutes * 60_000);
const iso = (instant: number) => new Date(instant).toISOString();

const outcome = fc.constantFrom('pass', 'fail', 'unknown' as const);

/** Up to two conditions with ends within a month after an instant, or without one. */
export const anyConditions = (at: number): fc.Arbitrary<EvaluatedCondition[]> =>
  fc
    .array(
      fc.record({
        outcome,
        ends: fc.option(fc.tuple(minutesAhead, fc.option(outcome)), {
          freq: 3,
        }),
      }),
      { maxLength: 2 },
    )
    .map(conditions =>
      conditions.map(({ outcome: found, ends }, index) => ({
        id: `condition-${index}`,
        title: `Condition ${index}`,
        outcome: found,
        ...(ends && { until: iso(at + ends[0]) }),
        ...(ends?.[1] && { then: ends[1] }),
      })),
    );

/** Up to three overrides of an environment that begin within a month around an instant. */
export const anyOverrides = (
  at: number,
  environment: string,
): fc.Arbitrary<GateOverride[]> =>
  fc
    .array(fc.tuple(minutesAround, minutesAhead), { maxLength: 3 })
    .map(overrides =>
      overrides.map(([from, length], index) => ({
        id: `override-${index}`,
        by: 'user:default/ada',
        reason: 'Checkout is down',
        from: iso(at + from),
        until: iso(at + from + length),
        environments: [environment],
      })),
    );
