import fc from 'fast-check';
import { Environments } from '../environments/Environments';
import { DECISION_HORIZON_DAYS, decide } from './decide';
import { expandOccurrences } from './expand';
import { anyCalendars, anyInstant } from './__testUtils__/arbitraries';
import type { HandoverWindow } from './schema';
import type { Calendar, CalendarLevel, DecideInput } from './types';

const windowOf = (
  id: string,
  effect: HandoverWindow['effect'],
  schedule: HandoverWindow['schedule'],
  more: Partial<HandoverWindow> = {},
): HandoverWindow => ({ id, title: `The ${id}`, effect, schedule, ...more });

const calendarOf = (
  windows: HandoverWindow[],
  id = 'component:default/orders',
  level: CalendarLevel = 'entity',
): Calendar => ({ id, title: `Calendar ${id}`, level, version: '7', windows });

const officeHours = windowOf('office-hours', 'allow', {
  start: '2026-01-05T09:00',
  duration: 'PT8H',
  rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  timeZone: 'Europe/London',
});
const yearEnd = windowOf(
  'year-end',
  'deny',
  { start: '2026-12-18', end: '2027-01-03', timeZone: 'Europe/London' },
  { reason: 'Books are closed' },
);

const ask = (input: Partial<DecideInput> & { at: string }) =>
  decide({
    calendars: [calendarOf([officeHours, yearEnd])],
    environment: 'production',
    ...input,
  });

describe('decide', () => {
  it('is open while an allow window is active, until it ends', () => {
    expect(ask({ at: '2026-11-20T10:00:00Z', revision: 4 })).toEqual({
      verdict: 'open',
      environment: 'production',
      change: 'deploy',
      at: '2026-11-20T10:00:00Z',
      until: '2026-11-20T17:00:00Z',
      nextOpen: '2026-11-20T10:00:00Z',
      revision: 4,
      calendars: [{ id: 'component:default/orders', version: '7' }],
      reasons: [
        {
          kind: 'window',
          verdict: 'open',
          title: 'The office-hours',
          calendar: 'Calendar component:default/orders',
          window: 'office-hours',
          active: true,
          start: '2026-11-20T09:00:00+00:00',
          end: '2026-11-20T17:00:00+00:00',
          timeZone: 'Europe/London',
        },
        {
          kind: 'window',
          verdict: 'open',
          title: 'The year-end',
          reason: 'Books are closed',
          calendar: 'Calendar component:default/orders',
          window: 'year-end',
          active: false,
          start: '2026-12-18T00:00:00+00:00',
          end: '2027-01-04T00:00:00+00:00',
          timeZone: 'Europe/London',
        },
      ],
    });
  });

  it('names the instant at which the verdict changes, not the next boundary', () => {
    // The freeze covers eleven starts and ends of the office hours.
    const decision = ask({ at: '2026-12-17T20:00:00Z' });
    expect(decision).toMatchObject({
      verdict: 'closed',
      until: '2027-01-04T09:00:00Z',
      nextOpen: '2027-01-04T09:00:00Z',
    });
    expect(ask({ at: '2026-12-17T12:00:00Z' }).until).toBe(
      '2026-12-17T17:00:00Z',
    );
  });

  it('has no until and no nextOpen where nothing changes within the horizon', () => {
    const closed = ask({
      calendars: [],
      environments: Environments.create([
        { name: 'production' },
        { name: 'prod*', default: 'closed' },
      ]),
      at: '2026-11-20T10:00:00Z',
    });
    expect(closed.verdict).toBe('closed');
    expect(closed).not.toHaveProperty('until');
    expect(closed).not.toHaveProperty('nextOpen');
    const always = windowOf('always', 'allow', {
      cron: '* * * * *',
      duration: 'PT1M',
      timeZone: 'UTC',
    });
    const open = ask({
      calendars: [calendarOf([always])],
      at: '2026-11-20T10:00:00Z',
    });
    expect(open.verdict).toBe('open');
    expect(open).not.toHaveProperty('until');
  });

  it('takes the default of the environment, by name before pattern, only where no allow window applies', () => {
    const environments = Environments.create([
      { name: '*', default: 'closed' },
      { name: 'beta', default: 'open' },
      { name: 'staging' },
    ]);
    const at = '2026-11-20T20:00:00Z';
    const inProduction = { ...officeHours, environments: ['prod*'] };
    const calendars = [calendarOf([inProduction])];
    const verdict = (environment: string) =>
      ask({ calendars, environment, environments, at }).verdict;
    expect(verdict('beta')).toBe('open');
    expect(verdict('staging')).toBe('closed');
    expect(
      ask({ calendars, environment: 'beta', environments, at }).reasons,
    ).toEqual([
      {
        kind: 'default',
        verdict: 'open',
        title: 'No allow window applies to beta',
      },
    ]);
    expect(ask({ calendars, at }).reasons.map(({ kind }) => kind)).toEqual([
      'window',
    ]);
  });

  it('does not hold a rollback unless the window names it', () => {
    const at = '2026-12-24T10:00:00Z';
    expect(ask({ at, change: 'rollback' })).toMatchObject({ verdict: 'open' });
    expect(ask({ at, change: 'config' })).toMatchObject({ verdict: 'closed' });
    const strict = { ...yearEnd, changes: ['rollback' as const] };
    const calendars = [calendarOf([strict])];
    expect(ask({ calendars, at, change: 'rollback' }).verdict).toBe('closed');
    expect(ask({ calendars, at, change: 'deploy' }).verdict).toBe('open');
  });

  it('is unknown with a calendar or window that cannot be read, unless a known freeze is active', () => {
    const lost: Calendar = {
      id: 'organization',
      title: 'Company',
      level: 'organization',
      version: '',
      error: 'connect ETIMEDOUT',
    };
    const calendars = [calendarOf([officeHours, yearEnd]), lost];
    expect(ask({ calendars, at: '2026-11-20T10:00:00Z' })).toMatchObject({
      verdict: 'unknown',
      until: '2026-12-18T00:00:00Z',
      reasons: [
        { kind: 'calendar', verdict: 'unknown', reason: 'connect ETIMEDOUT' },
        { window: 'office-hours', active: true },
        { window: 'year-end', active: false },
      ],
    });
    expect(ask({ calendars, at: '2026-11-20T10:00:00Z' })).not.toHaveProperty(
      'nextOpen',
    );
    expect(ask({ calendars, at: '2026-12-24T10:00:00Z' })).toMatchObject({
      verdict: 'closed',
      until: '2027-01-04T00:00:00Z',
    });
    const broken = windowOf('broken', 'deny', {
      cron: '@daily',
      duration: 'PT1H',
      timeZone: 'UTC',
    });
    expect(
      ask({ calendars: [calendarOf([broken])], at: '2026-11-20T10:00:00Z' }),
    ).toMatchObject({
      verdict: 'unknown',
      reasons: [
        {
          window: 'broken',
          reason:
            "schedule.cron: '@daily' is a shorthand: use the five fields, for example 0 0 * * *",
        },
      ],
    });
  });

  it('names every calendar that contributes, from the organization down', () => {
    const decision = ask({
      calendars: [
        calendarOf([yearEnd], 'entity', 'entity'),
        calendarOf([yearEnd], 'domain', 'domain'),
        calendarOf([yearEnd], 'system', 'system'),
        calendarOf([yearEnd], 'organization', 'organization'),
      ],
      at: '2026-12-24T10:00:00Z',
    });
    expect(
      decision.reasons.flatMap(reason =>
        reason.kind === 'window' ? reason.calendar : [],
      ),
    ).toEqual([
      'Calendar organization',
      'Calendar domain',
      'Calendar system',
      'Calendar entity',
    ]);
  });

  it.each([
    '2026-11-20',
    '2026-11-20T10:00:00',
    '2026-02-30T10:00:00Z',
    '2026-11-20T24:00:00Z',
    '1969-01-01T00:00:00Z',
    'yesterday',
  ])('refuses the instant %s', at => {
    expect(() => ask({ at })).toThrow(/'at' is/);
  });

  // Argo CD, "Sync Windows" (docs/user-guide/sync_windows.md, Effect of Sync
  // Windows): without a matching window syncs are allowed; with any allow
  // window they need an active one; an active deny window denies, and overrides
  // an active allow window. Rows are the allow windows, columns the deny
  // windows: a is an active one, i an inactive one.
  describe('agrees with Argo CD on cron schedules', () => {
    const denies = ['', 'i', 'ii', 'a', 'ai', 'aa'];
    const table: [string, string][] = [
      ['', 'open open open closed closed closed'],
      ['a', 'open open open closed closed closed'],
      ['ai', 'open open open closed closed closed'],
      ['aa', 'open open open closed closed closed'],
      ['i', 'closed closed closed closed closed closed'],
      ['ii', 'closed closed closed closed closed closed'],
    ];
    const cron = { a: '0 22 * * *', i: '30 1 * * 1-5' };
    const windowsOf = (states: string, effect: HandoverWindow['effect']) =>
      [...states].map((state, index) =>
        windowOf(`${effect}-${index}`, effect, {
          cron: state === 'a' ? cron.a : cron.i,
          duration: 'PT1H',
          timeZone: 'America/New_York',
        }),
      );

    it.each(
      table.flatMap(([allow, row]) =>
        row.split(' ').map((verdict, index) => ({
          allow,
          deny: denies[index],
          verdict,
        })),
      ),
    )("allow '$allow', deny '$deny': $verdict", ({ allow, deny, verdict }) => {
      const calendars = [
        calendarOf(windowsOf(allow, 'allow'), 'one'),
        calendarOf(windowsOf(deny, 'deny'), 'two'),
      ];
      // 22:30 in New York.
      expect(ask({ calendars, at: '2026-11-20T03:30:00Z' }).verdict).toBe(
        verdict,
      );
    });
  });

  describe('whatever the calendars', () => {
    const verdictAt = (calendars: Calendar[], instant: number) =>
      ask({ calendars, at: new Date(instant).toISOString() }).verdict;

    const endOfSearch = (instant: number, found: string | undefined) =>
      found ? Date.parse(found) : instant + DECISION_HORIZON_DAYS * 86_400_000;

    it('changes its verdict at until and not before', () => {
      fc.assert(
        fc.property(
          anyCalendars,
          anyInstant,
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
            minLength: 5,
            maxLength: 5,
          }),
          (calendars, instant, fractions) => {
            const { verdict, until, searchedUntil } = ask({
              calendars,
              at: new Date(instant).toISOString(),
            });
            const end = endOfSearch(instant, until ?? searchedUntil);
            expect(end).toBeGreaterThan(instant);
            expect(verdictAt(calendars, end - 1)).toBe(verdict);
            expect(until && verdictAt(calendars, end)).not.toBe(verdict);
            for (const fraction of fractions) {
              const between = instant + Math.floor((end - instant) * fraction);
              expect(verdictAt(calendars, Math.min(between, end - 1))).toBe(
                verdict,
              );
            }
          },
        ),
        { numRuns: 60 },
      );
    });

    it('is open at nextOpen and not before', () => {
      fc.assert(
        fc.property(
          anyCalendars,
          anyInstant,
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
            minLength: 5,
            maxLength: 5,
          }),
          (calendars, instant, fractions) => {
            const decision = ask({
              calendars,
              at: new Date(instant).toISOString(),
            });
            const { nextOpen, searchedUntil } = decision;
            expect(nextOpen === decision.at).toBe(decision.verdict === 'open');
            fc.pre(decision.verdict !== 'open');
            const end = endOfSearch(instant, nextOpen ?? searchedUntil);
            expect(nextOpen ? verdictAt(calendars, end) : 'open').toBe('open');
            expect(verdictAt(calendars, end - 1)).not.toBe('open');
            for (const fraction of fractions) {
              const between = instant + Math.floor((end - instant) * fraction);
              expect(verdictAt(calendars, Math.min(between, end - 1))).not.toBe(
                'open',
              );
            }
          },
        ),
        { numRuns: 60 },
      );
    });

    it('gives the same bytes for calendars and windows in any order', () => {
      const shuffled = anyCalendars.chain(calendars =>
        fc.tuple(
          fc.constant(calendars),
          fc
            .shuffledSubarray(calendars, { minLength: calendars.length })
            .chain(inOrder =>
              fc.tuple(
                ...inOrder.map(calendar =>
                  'windows' in calendar
                    ? fc
                        .shuffledSubarray(calendar.windows, {
                          minLength: calendar.windows.length,
                        })
                        .map(windows => ({ ...calendar, windows }))
                    : fc.constant(calendar),
                ),
              ),
            ),
        ),
      );
      fc.assert(
        fc.property(shuffled, anyInstant, ([one, other], instant) => {
          const at = new Date(instant).toISOString();
          expect(JSON.stringify(ask({ calendars: other, at }))).toBe(
            JSON.stringify(ask({ calendars: one, at })),
          );
        }),
        { numRuns: 60 },
      );
    });

    it('agrees with the expanded occurrences, which are half open', () => {
      fc.assert(
        fc.property(anyCalendars, anyInstant, (calendars, from) => {
          const to = from + 20 * 86_400_000;
          const { items, truncated } = expandOccurrences(calendars, {
            from: new Date(from).toISOString(),
            to: new Date(to).toISOString(),
          });
          fc.pre(!truncated);
          const spans = items.map(item => ({
            effect: item.effect,
            start: Date.parse(item.start),
            end: Date.parse(item.end),
          }));
          const allowed = calendars.some(
            calendar =>
              'windows' in calendar &&
              calendar.windows.some(({ effect }) => effect === 'allow'),
          );
          const instants = spans
            .slice(0, 30)
            .flatMap(({ start, end }) => [start - 1, start, end - 1, end])
            .filter(instant => instant >= from && instant < to);
          for (const instant of instants) {
            const active = (effect: string) =>
              spans.some(
                span =>
                  span.effect === effect &&
                  span.start <= instant &&
                  instant < span.end,
              );
            const open = !active('deny') && (!allowed || active('allow'));
            expect(verdictAt(calendars, instant)).toBe(
              open ? 'open' : 'closed',
            );
          }
        }),
        { numRuns: 60 },
      );
    });
  });
});
