import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseHandoverDocument } from '../../documents/parse';
import type { HandoverWindow, Schedule } from '../schema';
import { lintWindows } from './lintWindows';

const AS_OF = Date.parse('2026-11-30T12:00:00Z');

function freeze(schedule: Schedule, more: Partial<HandoverWindow> = {}) {
  return {
    id: 'freeze',
    title: 'Freeze',
    effect: 'deny' as const,
    schedule,
    ...more,
  };
}

const cron = (text: string, duration = 'PT1H', timeZone = 'UTC') => ({
  cron: text,
  duration,
  timeZone,
});

const once = (start: string, end: string) => ({ start, end, timeZone: 'UTC' });

const rule = (start: string, duration: string, rrule: string) => ({
  start,
  duration,
  rrule,
  timeZone: 'Europe/Zurich',
});

const said = (windows: HandoverWindow[], asOf = AS_OF) =>
  lintWindows(windows, asOf).map(
    ({ index, path, message }) => `${index} ${path}: ${message}`,
  );

describe('a window', () => {
  it.each([
    ['once', once('2026-11-01', '2026-11-29')],
    ['until', rule('2020-01-01', 'P1D', 'FREQ=YEARLY;UNTIL=20260101')],
    [
      'until in UTC',
      rule('2020-01-01', 'P1D', 'FREQ=DAILY;UNTIL=20210101T000000Z'),
    ],
    ['a few times', rule('2020-01-01T09:00', 'PT1H', 'FREQ=DAILY;COUNT=3')],
  ])('that was %s has ended', (_when, schedule) => {
    expect(said([freeze(schedule)])).toEqual([
      '0 schedule: has ended before 2026-11-30T12:00:00Z',
    ]);
  });

  it.each([
    ['is under way', once('2026-11-29', '2026-12-02')],
    ['comes in years', once('2031-01-01', '2031-01-02')],
    [
      'comes once in years',
      rule('2026-01-01', 'P1D', 'FREQ=YEARLY;INTERVAL=4'),
    ],
    [
      'is counted and not over',
      rule('2026-01-01T09:00', 'PT1H', 'FREQ=MONTHLY;COUNT=999'),
    ],
    [
      'has dates after its rule',
      {
        ...rule('2020-01-01', 'P1D', 'FREQ=DAILY;UNTIL=20200201'),
        rdates: ['2029-01-01'],
      },
    ],
    ['touches itself', rule('2026-01-01T00:00', 'P1D', 'FREQ=DAILY')],
  ])('that %s has not', (_what, schedule) => {
    expect(said([freeze(schedule)])).toEqual([]);
  });

  it('that is longer than its period overlaps itself', () => {
    expect(said([freeze(cron('0 0 * * *', 'PT30H'))])).toEqual([
      '0 schedule.duration: the occurrence from 2026-11-30T00:00:00+00:00 ends at 2026-12-01T06:00:00+00:00, after the next one begins at 2026-12-01T00:00:00+00:00',
    ]);
  });

  it('ends a second before it goes on', () => {
    const nearly = rule('2026-01-01T00:00', 'PT23H59M59S', 'FREQ=DAILY');
    expect(said([freeze(nearly)])).toContainEqual(
      expect.stringMatching(
        /^0 schedule: ends at 2026-11-30T23:59:59\+01:00, 1 second before its next occurrence begins$/,
      ),
    );
  });

  it('of a zone that gives up daylight saving time', () => {
    const daily = freeze(cron('0 9 * * *', 'PT1H', 'America/Sao_Paulo'));
    const asOf = Date.parse('2019-03-01T00:00:00Z');
    expect(said([daily], asOf)).toEqual([
      "0 schedule.timeZone: the rules of 'America/Sao_Paulo' change: its offsets were -03:00 and -02:00 in the last year, and are -03:00 in the next",
    ]);
    expect(said([daily])).toEqual([]);
  });

  it.each([
    ['0 9 1-7 * mon', /on each day that matches either/],
    ['* 9 * * *', /starts every minute/],
    ['*/7 * * * *', /minute field '\*\/7' begins again every hour/],
    ['0 */5 * * *', /hour field '\*\/5' begins again every day/],
    ['0 9 */2 * *', /begins again on the first of each month/],
    ['0 9 1 */5 *', /month field '\*\/5' begins again every year/],
    ['0 9 31 * *', /skips months with fewer than 31 days/],
    ['0 9 29 2 *', /skips February in years that are not leap years/],
  ])('with cron %s means something else', (text, message) => {
    // A minute is the longest that starting every minute allows.
    expect(said([freeze(cron(text, 'PT1M'))]).join()).toMatch(message);
  });

  it.each([
    '0 9 * * mon-fri',
    '*/15 * * * *',
    '0 */6 * * *',
    '0 9 1 */3 *',
    '0 9 28 * *',
    '0 9 31 1,3 *',
  ])('with cron %s means what it seems to', text => {
    expect(said([freeze(cron(text, 'PT1M'))])).toEqual([]);
  });
});

describe('windows', () => {
  const night = cron('0 22 * * *', 'PT8H');
  const inside = cron('0 23 * * *', 'PT1H');
  const of = (
    effect: 'allow' | 'deny',
    title: string,
    schedule: Schedule,
    more: Partial<HandoverWindow> = {},
  ) => freeze(schedule, { id: title, title, effect, ...more });

  it('that deny all that one allows', () => {
    const allow = of('allow', 'Deploy', inside, { environments: ['prod'] });
    const nothing =
      "0 schedule: allows nothing in the next 400 days: 'Night' denies all its occurrences";
    expect(said([allow, of('deny', 'Night', night)])).toEqual([nothing]);
    for (const other of [
      of('deny', 'Night', night, { environments: ['pr?d', 'qa'] }),
      of('deny', 'Night', night, { environments: [' PROD '] }),
    ]) {
      expect(said([allow, other])).toEqual([nothing]);
    }
    for (const other of [
      of('deny', 'Night', night, { environments: ['qa'] }),
      of('deny', 'Night', night, { changes: ['config'] }),
      of('deny', 'Night', cron('0 22 * * mon', 'PT8H')),
    ]) {
      expect(said([allow, other])).toEqual([]);
    }
  });

  it('that deny it together', () => {
    expect(
      said([
        of('allow', 'Deploy', cron('0 9 * * *', 'PT8H')),
        of('deny', 'Morning', cron('0 8 * * *', 'PT4H')),
        of('deny', 'Afternoon', cron('0 12 * * *', 'PT6H')),
      ]),
    ).toEqual([
      "0 schedule: allows nothing in the next 400 days: 'Morning' together with 'Afternoon' denies all its occurrences",
    ]);
  });

  it('that repeat each other', () => {
    const message = (title: string) =>
      `1 schedule: changes nothing in the next 400 days: all its occurrences are within '${title}'`;
    expect(
      said([of('deny', 'Night', night), of('deny', 'Backup', inside)]),
    ).toEqual([message('Night')]);
    expect(
      said([of('deny', 'Night', night), of('deny', 'Copy', night)]),
    ).toEqual([message('Night')]);
    expect(
      said([
        of('deny', 'Night', night),
        of('deny', 'Rollback', inside, { changes: ['rollback'] }),
      ]),
    ).toEqual([]);
  });

  it('that leave a minute between them', () => {
    const [day, evening] = [
      cron('0 9 * * *', 'PT8H59M'),
      cron('0 18 * * *', 'PT2H'),
    ];
    expect(
      said([of('deny', 'Evening', evening), of('deny', 'Day', day)])[0],
    ).toMatch(
      /^1 schedule: ends at .*T17:59:00\+00:00, 60 seconds before 'Evening' begins$/,
    );
    expect(
      said([of('allow', 'Evening', evening), of('deny', 'Day', day)]),
    ).toEqual([]);
  });

  it('in any number take a bounded time', () => {
    const many = Array.from({ length: 500 }, (_, i) =>
      of('deny', `w${i}`, cron(`${i % 60} * * * *`, 'PT30S')),
    );
    const warnings = said(many);
    expect(warnings.length).toBeGreaterThan(0);
    expect(warnings.join('\n')).not.toMatch(/allows|changes nothing/);
  });
});

it('is part of checking a document only for a given time', () => {
  const text = `apiVersion: handover.dev/v1
kind: Handover
windows:
  items:
    - id: freeze
      title: Freeze
      effect: deny
      schedule: { start: 2020-01-01, end: 2020-01-02, timeZone: UTC }
`;
  expect(parseHandoverDocument(text).problems).toEqual([]);
  const { document, problems } = parseHandoverDocument(text, { asOf: AS_OF });
  expect(document).toBeDefined();
  expect(problems).toEqual([
    expect.objectContaining({
      severity: 'warning',
      path: 'windows.items[0].schedule',
      line: 8,
    }),
  ]);
});

it('finds nothing in the examples', () => {
  const folder = resolve(__dirname, '../../../../../examples/services');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const problems = files
    .filter(file => file.endsWith('handover.yaml'))
    .flatMap(file => {
      const text = readFileSync(resolve(folder, file), 'utf8');
      const { document } = parseHandoverDocument(text);
      return lintWindows(document?.windows?.items ?? [], AS_OF);
    });
  expect(problems).toEqual([]);
});
