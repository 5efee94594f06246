import ICAL from 'ical.js';
import { expandOccurrences } from './expand';
import { toICalendar } from './icalendar';
import type { HandoverWindow, Schedule } from './schema';
import type { Calendar } from './types';

const generatedAt = '2026-11-20T09:00:00Z';
const windowOf = (schedule: Schedule): HandoverWindow => ({
  id: 'freeze',
  title: 'Freeze; no, really',
  effect: 'deny',
  reason: 'Books are closed,\nsee the runbook',
  schedule,
});
const calendarOf = (...windows: HandoverWindow[]): Calendar => ({
  id: 'component:default/orders',
  title: 'Orders',
  level: 'entity',
  version: '3',
  link: 'https://portal.example.com/orders#windows',
  windows,
});
const feed = (...calendars: Calendar[]) =>
  toICalendar({ calendars, name: 'Handover of orders', generatedAt });

/** The starts that a program with a calendar of its own shows in the year after the feed is generated. */
function startsIn(text: string): string[] {
  return spansIn(text).map(({ start }) => start);
}

/** The same with the ends that such a program counts. */
function spansIn(text: string): { start: string; end: string }[] {
  const root = new ICAL.Component(ICAL.parse(text));
  const zones = root
    .getAllSubcomponents('vtimezone')
    .map(component => new ICAL.Timezone(component));
  zones.forEach(zone => ICAL.TimezoneService.register(zone, zone.tzid));
  const from = ICAL.Time.fromDateTimeString('2026-11-20T00:00:00');
  const found = new Map<string, string>();
  for (const component of root.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    const iterator = event.iterator();
    for (let next = iterator.next(); next; next = iterator.next()) {
      if (next.year > 2027) {
        break;
      }
      if (next.compare(from) >= 0) {
        const { endDate } = event.getOccurrenceDetails(next);
        found.set(
          next.toJSDate().toISOString(),
          endDate.toJSDate().toISOString(),
        );
      }
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([start, end]) => ({ start, end }));
}

it.each([
  ['Europe/London', ['+0000', '+0100']],
  ['Asia/Kolkata', ['+0530']],
  ['America/St_Johns', ['-0230', '-0330']],
  ['Pacific/Apia', ['+1300']],
])('writes the offsets of %s with their signs', (timeZone, offsets) => {
  const text = feed(
    calendarOf(windowOf({ cron: '0 9 * * *', duration: 'PT1H', timeZone })),
  );
  const written = [...text.matchAll(/^TZOFFSETTO:(.+)\r$/gm)].map(
    ([, offset]) => offset,
  );
  expect([...new Set(written)].sort()).toEqual(offsets);
});

describe('toICalendar', () => {
  const SCHEDULES: [string, Schedule][] = [
    [
      'a weekly rule',
      {
        start: '2020-01-01T09:00',
        duration: 'PT8H',
        rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
        timeZone: 'Europe/London',
      },
    ],
    [
      'a rule that its start does not meet',
      {
        start: '2026-11-18T22:00',
        duration: 'P1DT2H',
        rrule: 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=9',
        timeZone: 'America/New_York',
      },
    ],
    [
      'UNTIL in local time',
      {
        start: '2026-11-02T18:00',
        duration: 'PT2H',
        rrule: 'FREQ=DAILY;BYHOUR=6,18;UNTIL=20270110T060000',
        timeZone: 'Asia/Kolkata',
      },
    ],
    [
      'exceptions and additions, with and without a time',
      {
        start: '2026-11-02T18:00',
        duration: 'P1W',
        rrule: 'FREQ=WEEKLY;BYDAY=MO',
        exdates: ['2026-12-21', '2026-12-28T18:00'],
        rdates: ['2026-12-22', '2026-12-30T10:00'],
        timeZone: 'Australia/Lord_Howe',
      },
    ],
    [
      'once',
      { start: '2026-12-18', end: '2027-01-03', timeZone: 'Europe/Dublin' },
    ],
    ['UTC', { cron: '30 2 * * 1-5', duration: 'PT1H', timeZone: 'UTC' }],
    [
      'cron of weekdays in some months',
      {
        cron: '0,30 22-23 ? DEC,JAN MON-THU',
        duration: 'PT30M',
        timeZone: 'America/Sao_Paulo',
      },
    ],
  ];

  it.each(SCHEDULES)('says the same as the engine: %s', (_, schedule) => {
    const calendar = calendarOf(windowOf(schedule));
    const expected = expandOccurrences([calendar], {
      from: '2026-11-20T00:00:00Z',
      to: '2028-01-01T00:00:00Z',
    }).items.map(({ start }) => new Date(start).toISOString());
    const year = (starts: string[]) =>
      starts.filter(start => start >= '2026-11-21' && start < '2027-12-30');
    expect(year(expected).length).toBeGreaterThan(0);
    expect(year(startsIn(feed(calendar)))).toEqual(year(expected));
  });

  it.each<[string, Schedule]>([
    [
      'a weekly rule',
      {
        start: '2027-01-03T02:00',
        duration: 'P2D',
        rrule: 'FREQ=WEEKLY;BYDAY=SU',
        timeZone: 'America/New_York',
      },
    ],
    [
      'an added date',
      {
        start: '2027-01-04T02:30',
        duration: 'P1W',
        rrule: 'FREQ=WEEKLY;BYDAY=MO',
        rdates: ['2027-03-14'],
        timeZone: 'America/New_York',
      },
    ],
    [
      'cron',
      { cron: '30 2 14 MAR *', duration: 'P1D', timeZone: 'America/New_York' },
    ],
    [
      'cron that no rule says',
      {
        cron: '30 2 14 * SUN',
        duration: 'P1D',
        timeZone: 'America/New_York',
      },
    ],
  ])(
    'ends where the engine does after a start that clocks skip: %s',
    (_, schedule) => {
      const calendar = calendarOf(windowOf(schedule));
      // Ends alone: ical.js reads a skipped start with the offset after the
      // gap, and RFC 5545 §3.3.5 with the one before.
      const endsIn = (spans: { start: string; end: string }[]) =>
        spans.flatMap(({ start, end }) =>
          new Date(start).toISOString().startsWith('2027-03-1')
            ? new Date(end).toISOString()
            : [],
        );
      const expected = endsIn(
        expandOccurrences([calendar], {
          from: '2027-03-01T00:00:00Z',
          to: '2027-04-01T00:00:00Z',
        }).items,
      );
      expect(expected.length).toBeGreaterThan(0);
      expect(endsIn(spansIn(feed(calendar)))).toEqual(expected);
    },
  );

  it('writes out a cron expression that no rule says', () => {
    const calendar = calendarOf(
      windowOf({
        cron: '0 9 13 * FRI',
        duration: 'PT1H',
        timeZone: 'Europe/London',
      }),
    );
    const text = feed(calendar);
    expect(text).not.toContain('RRULE:FREQ=DAILY');
    const expected = expandOccurrences([calendar], {
      from: '2026-11-21T00:00:00Z',
      to: '2027-12-20T00:00:00Z',
    }).items.map(({ start }) => new Date(start).toISOString());
    expect(
      startsIn(text).filter(
        start => start >= '2026-11-21' && start < '2027-12-20',
      ),
    ).toEqual(expected);
  });

  it('keeps text, identity and zone', () => {
    const text = feed(
      calendarOf(
        windowOf({
          start: '2026-12-18',
          end: '2027-01-03',
          timeZone: 'Europe/London',
        }),
      ),
    );
    const root = new ICAL.Component(ICAL.parse(text));
    const event = root.getFirstSubcomponent('vevent')!;
    expect(event.getFirstPropertyValue('uid')).toBe(
      'freeze.component-default-orders@handover',
    );
    expect(event.getFirstPropertyValue('summary')).toBe('Freeze; no, really');
    expect(event.getFirstPropertyValue('description')).toBe(
      'Books are closed,\nsee the runbook',
    );
    expect(text).toContain('DTSTAMP:20261120T090000Z\r\n');
    expect(text).toContain('DTSTART;TZID=Europe/London:20261218T000000\r\n');
    expect(text).toContain('DTEND;TZID=Europe/London:20270104T000000\r\n');
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });

  it('names what could not be read and keeps the rest', () => {
    const text = feed(
      {
        id: 'organization',
        title: 'Company',
        level: 'organization',
        version: '',
        error: 'connect ETIMEDOUT',
      },
      calendarOf(
        windowOf({ cron: '@daily', duration: 'PT1H', timeZone: 'UTC' }),
        {
          ...windowOf({ cron: '0 9 * * *', duration: 'PT1H', timeZone: 'UTC' }),
          id: 'daily',
        },
      ),
    );
    const root = new ICAL.Component(ICAL.parse(text));
    // ical.js does not know that this property is a text.
    expect(root.getFirstPropertyValue('x-wr-caldesc')).toMatch(
      /Company: connect ETIMEDOUT\\nFreeze\\; no\\, really: '@daily' is a shorthand/,
    );
    expect(root.getAllSubcomponents('vevent')).toHaveLength(1);
  });

  it('folds at 75 octets, the space of a continuation included, and between characters', () => {
    const title =
      'Größere Wartungsarbeiten; Änderungen, die über Mitternacht gehen — früh beginnen 🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊🧊';
    const reason =
      'Zeile eins\nZeile zwei, mit Komma; und Strichpunkt \\ und "Zitat"';
    const text = feed(
      calendarOf({
        ...windowOf({
          start: '2026-12-24T18:00',
          end: '2026-12-27T06:00',
          timeZone: 'Europe/Vienna',
        }),
        title,
        reason,
      }),
    );
    const lines = text.split('\r\n').map(line => Buffer.from(line));
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(75);
    expect(lines.map(line => line.toString()).join('\r\n')).toBe(text);
    expect(text).not.toContain('\uFFFD');
    const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent(
      'vevent',
    )!;
    expect(event.getFirstPropertyValue('summary')).toBe(title);
    expect(event.getFirstPropertyValue('description')).toBe(reason);
  });

  it.each([
    ['Asia/Gaza', '2026-10-26T07:00:00.000Z'],
    ['asia/gaza', '2026-10-26T07:00:00.000Z'],
    ['europe/london', '2026-10-26T09:00:00.000Z'],
    ['EUROPE/LONDON', '2026-10-26T09:00:00.000Z'],
  ])('has the offsets that the gate has in %s', (timeZone, expected) => {
    const calendar = calendarOf(
      windowOf({
        start: '2026-01-05T09:00',
        duration: 'PT2H',
        rrule: 'FREQ=WEEKLY;BYDAY=MO',
        timeZone,
      }),
    );
    const [{ start }] = expandOccurrences([calendar], {
      from: '2026-10-26T00:00:00Z',
      to: '2026-10-27T00:00:00Z',
    }).items;
    expect(new Date(start).toISOString()).toBe(expected);
    expect(allStartsIn(feed(calendar), 2026)).toContain(expected);
  });

  it('keeps the feed small where windows have very many dates', () => {
    const text = feed(
      calendarOf(
        ...Array.from({ length: 100 }, (_, index) => ({
          ...windowOf({
            cron: '*/5 9 13 * FRI',
            duration: 'PT1M',
            timeZone: 'Europe/London',
          }),
          id: `w-${index}`,
        })),
      ),
    );
    expect(text.match(/^RDATE/gm)!.length).toBeLessThanOrEqual(5_000);
    expect(text.replace(/\r\n /g, '')).toContain(
      'has too many dates for this feed',
    );
  });
});

/** Every start up to the end of a year. */
function allStartsIn(text: string, lastYear: number): string[] {
  const root = new ICAL.Component(ICAL.parse(text));
  for (const component of root.getAllSubcomponents('vtimezone')) {
    const zone = new ICAL.Timezone(component);
    ICAL.TimezoneService.register(zone, zone.tzid);
  }
  const starts: string[] = [];
  for (const component of root.getAllSubcomponents('vevent')) {
    const iterator = new ICAL.Event(component).iterator();
    for (let next = iterator.next(); next; next = iterator.next()) {
      if (next.year > lastYear) {
        break;
      }
      starts.push(next.toJSDate().toISOString());
    }
  }
  ICAL.TimezoneService.reset();
  return starts;
}

describe('in every zone of the runtime, its aliases and letter cases', () => {
  const zones = [
    ...Intl.supportedValuesOf('timeZone'),
    ...['US/Eastern', 'Asia/Calcutta', 'Europe/Kiev', 'GB', 'GB-Eire', 'NZ'],
    ...['Etc/GMT+5', 'Etc/UTC', 'UTC', 'Zulu', 'EST5EDT', 'America/Nuuk'],
    ...['Africa/Asmera', 'America/Buenos_Aires', 'Asia/Saigon', 'Israel'],
    ...['america/new_york', 'AFRICA/CASABLANCA', 'pacific/apia', 'etc/gmt-14'],
  ];
  const groups = Array.from({ length: 8 }, (_, group) =>
    zones.filter((_zone, index) => index % 8 === group),
  );

  it.each(groups.map((names, index) => [index + 1, names] as const))(
    'the feed says what the gate says from 2026 to 2030 (%d of 8)',
    (_, names) => {
      // Offsets change on weekends, and on other days around Ramadan.
      const wrong = names.filter(timeZone => {
        const calendar = calendarOf(
          windowOf({
            start: '2026-01-03T12:00',
            duration: 'PT1H',
            rrule: 'FREQ=DAILY;INTERVAL=3;UNTIL=20301230T000000Z',
            timeZone,
          }),
        );
        const expected = [2026, 2028].flatMap(year =>
          expandOccurrences([calendar], {
            from: `${year}-01-01T00:00:00Z`,
            to: `${year + 2 + (year === 2028 ? 1 : 0)}-01-01T00:00:00Z`,
          }).items.map(({ start }) => new Date(start).toISOString()),
        );
        const found = allStartsIn(feed(calendar), 2030);
        return JSON.stringify(found) !== JSON.stringify(expected);
      });
      expect(wrong).toEqual([]);
    },
  );
});
