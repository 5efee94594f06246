import fc from 'fast-check';
import {
  check,
  LEVELS,
  scorecardOf,
  yesValues,
} from '../__testUtils__/scorecards';
import { evaluateScorecard } from '../evaluate';
import { addDays, daysBetween } from './days';
import { forecastOf } from './forecast';
import { initiativeProgress } from './initiativeProgress';
import { initiativeState } from './initiativeState';
import { latestMilestone } from './milestones';
import { isEvaluable, parseInitiative, targetProblem } from './schema';

const NOW = new Date('2026-11-20T10:00:00Z');
const FIRST = '2027-01-01';

const READY = scorecardOf([
  check({ id: 'a', condition: 'yes.f0' }),
  check({ id: 'b', level: 'silver', condition: 'yes.f1' }),
  check({ id: 'c', level: 'silver', when: 'yes.f2', condition: 'yes.f3' }),
  check({
    id: 'later',
    level: 'gold',
    condition: 'yes.f4',
    enforcedFrom: '2030-01-01',
  }),
]);

function progressOf(
  values: (boolean | undefined)[],
  target: Parameters<typeof initiativeProgress>[2],
  previousLevel?: string,
) {
  const { checks } = evaluateScorecard(READY, {
    facts: yesValues(values),
    now: NOW,
    previousLevel,
  });
  return initiativeProgress(READY, checks, target);
}

describe('progress with an initiative', () => {
  it.each([
    ['reached', [true, true, false]],
    ['open', [true, false, false]],
    ['unknown', [true, undefined, false]],
    // Whatever the unknown check comes to, the level below is not reached.
    ['open', [false, undefined, false]],
  ])('with a level is %s for %j', (expected, values) => {
    expect(progressOf(values, { level: 'silver' })).toBe(expected);
  });

  it('with a level does not count one that is only kept', () => {
    const values = [true, undefined, false];
    expect(progressOf(values, { level: 'silver' }, 'silver')).toBe('unknown');
  });

  it.each([
    ['reached', ['a', 'c'], [true, false, false]],
    ['open', ['a', 'b'], [true, false]],
    ['unknown', ['a', 'b'], [true, undefined]],
    ['open', ['a', 'b'], [false, undefined]],
    // It does not count for the level yet.
    ['open', ['later'], [true, true, true, true, false]],
    // Nothing is asked of the entity.
    [undefined, ['c'], [true, true, false]],
    [undefined, ['gone'], [true]],
    ['reached', ['gone', 'a'], [true]],
  ])('with checks is %s for %j and %j', (expected, checks, values) => {
    expect(progressOf(values, { checks })).toBe(expected);
  });

  it('is undefined for a level that is gone', () => {
    expect(progressOf([true], { level: 'platinum' })).toBeUndefined();
  });

  it('with a level never gets worse because another fact became true', () => {
    const order = ['open', 'unknown', 'reached'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(true, false, undefined), {
          minLength: 5,
          maxLength: 5,
        }),
        // Whether the check `c` applies must stay as it is.
        fc.constantFrom(0, 1, 3, 4),
        fc.constantFrom(...LEVELS),
        (values, index, level) => {
          const before = progressOf(values, { level });
          const after = progressOf(values.with(index, true), { level });
          expect(order.indexOf(after!)).toBeGreaterThanOrEqual(
            order.indexOf(before!),
          );
        },
      ),
    );
  });
});

describe('the latest milestone', () => {
  /** The days on which it becomes another one. */
  const changes = (endsOn: string) => {
    let last: number | undefined;
    return Array.from({ length: 120 }, (_, index) =>
      addDays('2026-12-25', index),
    ).flatMap(day => {
      const milestone = latestMilestone(day, { startsOn: FIRST, endsOn });
      if (milestone?.order === last) {
        return [];
      }
      last = milestone?.order;
      return [[day, milestone?.kind]];
    });
  };

  it('is the start, half time, the last two weeks and days, and each week late', () => {
    expect(changes('2027-03-31')).toEqual([
      ['2027-01-01', 'start'],
      ['2027-02-14', 'halfTime'],
      ['2027-03-17', 'twoWeeks'],
      ['2027-03-29', 'twoDays'],
      ['2027-04-07', 'overdue'],
      ['2027-04-14', 'overdue'],
      ['2027-04-21', 'overdue'],
    ]);
  });

  it.each([
    [
      '2027-01-03',
      [
        ['2027-01-01', 'twoDays'],
        ['2027-01-02', 'halfTime'],
        ['2027-01-10', 'overdue'],
      ],
    ],
    [
      '2027-01-15',
      [
        ['2027-01-01', 'twoWeeks'],
        ['2027-01-08', 'halfTime'],
        ['2027-01-13', 'twoDays'],
        ['2027-01-22', 'overdue'],
      ],
    ],
  ])('until %s says most about the time left', (endsOn, expected) => {
    expect(changes(endsOn).slice(0, expected.length)).toEqual(expected);
  });

  it('has an order that grows with the days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.nat(500),
        fc.nat(500),
        (days, one, other) => {
          const range = { startsOn: FIRST, endsOn: addDays(FIRST, days) };
          const [early, late] = [one, other]
            .sort((a, b) => a - b)
            .map(day => latestMilestone(addDays(FIRST, day), range)!.order);
          expect(late).toBeGreaterThanOrEqual(early);
        },
      ),
    );
  });
});

describe('the forecast', () => {
  const days = (reached: number[], total = 10) =>
    reached.map((count, index) => ({
      day: addDays(FIRST, index),
      reached: count,
      open: total - count - (total > count ? 1 : 0),
      unknown: total > count ? 1 : 0,
    }));
  const steady = (count: number, perDay: number, total: number) =>
    days(
      Array.from({ length: count }, (_, index) => Math.floor(index * perDay)),
      total,
    );

  it('goes on at the pace of the last four weeks', () => {
    // Nothing for a month, then one a day.
    const series = days(
      Array.from({ length: 61 }, (_, index) => Math.max(0, index - 30)),
      40,
    );
    const last = addDays(FIRST, 60);
    expect(forecastOf(series, { endsOn: addDays(last, 10) })).toEqual({
      kind: 'date',
      day: addDays(last, 10),
      isInTime: true,
    });
    expect(forecastOf(series, { endsOn: addDays(last, 9) })).toMatchObject({
      isInTime: false,
    });
  });

  it.each([
    ['tooEarly', steady(7, 1, 20)],
    ['date', steady(8, 1, 20)],
    ['noProgress', steady(40, 0, 20)],
    ['noProgress', days([...Array(20).fill(5), ...Array(20).fill(4)])],
    ['noProgress', steady(40, 0.03, 100_000)],
    ['reached', days([10])],
    ['tooEarly', days([0], 0)],
    ['tooEarly', []],
  ])('is %s', (kind, series) => {
    expect(forecastOf(series, { endsOn: '2027-12-31' }).kind).toBe(kind);
  });

  it('is after today, and not in the past', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(50), { minLength: 8, maxLength: 60 }),
        counts => {
          const series = days(counts, 50);
          const forecast = forecastOf(series, { endsOn: FIRST });
          const isAhead =
            forecast.kind !== 'date' ||
            daysBetween(series.at(-1)!.day, forecast.day) > 0;
          expect(isAhead).toBe(true);
        },
      ),
    );
  });
});

it('has a state that depends on the day once it is published', () => {
  const state = (status: 'draft' | 'published' | 'closed', today: string) =>
    initiativeState(
      { status, startsOn: '2027-01-01', endsOn: '2027-01-31' },
      today,
    );
  expect(
    ['2026-12-31', '2027-01-01', '2027-01-31', '2027-02-01'].map(day =>
      state('published', day),
    ),
  ).toEqual(['planned', 'active', 'active', 'overdue']);
  expect(state('draft', '2027-01-10')).toBe('draft');
  expect(state('closed', '2026-12-31')).toBe('closed');
});

describe('the definition of an initiative', () => {
  const valid = {
    title: 'Silver by March',
    owner: 'platform',
    scorecard: 'ready',
    target: { level: 'silver' },
    scope: { owner: 'Shop', tier: [1] },
    startsOn: '2027-01-01',
    endsOn: '2027-03-31',
  };

  it('has full references', () => {
    expect(parseInitiative(valid)).toEqual({
      data: {
        ...valid,
        owner: 'group:default/platform',
        scope: { owner: ['group:default/shop'], tier: [1] },
      },
      problems: [],
    });
  });

  it.each<[object, string]>([
    [{ endsOn: '2027-01-01' }, 'endsOn: must be after 2027-01-01'],
    [{ endsOn: '2030-01-01' }, 'endsOn: must be 2029-01-01 at the latest'],
    [{ endsOn: 'soon' }, 'endsOn: must be a date such as 2027-01-31'],
    [{ target: { checks: [] } }, 'target.checks: at least one is required'],
    [{ title: ' ' }, 'title: '],
    [{ title: 'a\0b' }, 'title: must not contain a NUL character'],
    [{ scope: { ownr: 'shop' } }, 'scope.ownr: '],
    [{ owner: ':' }, 'owner: must be an entity reference'],
  ])('%j is refused', (change, problem) => {
    const { data, problems } = parseInitiative({ ...valid, ...change });
    expect(data).toBeUndefined();
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    [
      'raedy',
      { level: 'silver' },
      "no scorecard 'raedy' in force, did you mean",
    ],
    ['ready', { level: 'sliver' }, "has no level 'sliver', did you mean"],
    ['ready', { checks: ['a', 'x'] }, "has no check 'x'"],
    ['ready', { checks: ['a', 'later'] }, 'none'],
    ['ready', { level: 'gold' }, 'none'],
  ])('of %s with %j has the problem %s', (scorecard, target, problem) => {
    const found = targetProblem({ scorecard, target } as never, [
      { name: 'ready', scorecard: READY },
    ]);
    expect(found ?? 'none').toContain(problem);
  });

  it.each<[boolean, object]>([
    [true, { level: 'gold' }],
    [false, { level: 'gone' }],
    [true, { checks: ['gone', 'a'] }],
    [false, { checks: ['gone'] }],
  ])('can be evaluated (%s) for %j', (expected, target) => {
    expect(isEvaluable(target as never, READY)).toBe(expected);
  });
});
