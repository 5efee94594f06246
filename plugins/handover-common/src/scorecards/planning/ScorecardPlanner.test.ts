import fc from 'fast-check';
import type { ScopedEntity } from '../../entities/types';
import {
  LEVELS,
  check,
  factStates,
  monotoneChecks,
  scorecardOf,
  yesValues,
} from '../__testUtils__/scorecards';
import type { CompiledScorecard } from '../compileScorecard';
import { evaluateEntity } from '../evaluateEntity';
import type { Outcome } from '../types';
import { ScorecardPlanner, type ResultInForce } from './ScorecardPlanner';
import type { ScorecardPlan } from './types';

const NOW = new Date('2026-11-20T10:00:00Z');

type Service = {
  entity: ScopedEntity;
  owner?: string;
  facts: ReturnType<typeof yesValues>;
  exempt: Set<string>;
};
type Results = Map<string, ResultInForce>;

function service(
  name: string,
  { tags = [], ...more }: { tags?: string[] } & Partial<Service> = {},
): Service {
  return {
    entity: {
      entityRef: `component:default/${name}`,
      kind: 'component',
      owners: [],
      tags,
      labels: {},
    },
    owner: 'group:default/shop',
    facts: yesValues([]),
    exempt: new Set(),
    ...more,
  };
}

/** What the backend stores when it has evaluated all of them. */
function evaluateAll(
  scorecard: CompiledScorecard,
  version: string,
  services: readonly Service[],
  results: Results,
): Results {
  return new Map(
    services.flatMap(({ entity, facts, exempt }) => {
      const result = evaluateEntity(scorecard, entity, {
        facts,
        exempt,
        now: NOW,
        previousLevel: results.get(entity.entityRef)?.level,
      });
      if (!result) {
        return [];
      }
      const outcomes = Object.fromEntries(
        result.checks.flatMap(({ id, counts, outcome }) =>
          counts ? [[id, outcome]] : [],
        ),
      );
      return [[entity.entityRef, { ...result, version, outcomes }]];
    }),
  );
}

function planOf(
  scorecard: CompiledScorecard,
  services: readonly Service[],
  {
    results = new Map(),
    current,
  }: { results?: Results; current?: CompiledScorecard } = {},
): ScorecardPlan {
  const planner = ScorecardPlanner.create({
    scorecard,
    current: current && { version: 'v1', scorecard: current },
    now: NOW,
  });
  for (const each of services) {
    planner.add({ ...each, before: results.get(each.entity.entityRef) });
  }
  return planner.finish();
}

const scorecards = fc
  .record({
    checks: monotoneChecks,
    scope: fc.constantFrom({}, { tags: 'a' }, { except: { tags: 'b' } }),
    unknown: fc.constantFrom('keepLevel' as const, 'fail' as const),
    levels: fc.constantFrom(LEVELS, [...LEVELS].reverse(), ['iron', ...LEVELS]),
  })
  .map(({ checks, levels, ...rest }) =>
    scorecardOf(checks, {
      ...rest,
      levels: levels.map(id => ({ id, title: id })),
    }),
  );

const services = fc
  .array(
    fc.record({
      tags: fc.subarray(['a', 'b']),
      facts: factStates.map(yesValues),
      owner: fc.constantFrom(undefined, 'group:default/a', 'group:default/b'),
      exempt: fc.subarray(['c0', 'c1', 'c2']).map(ids => new Set(ids)),
    }),
    { maxLength: 12 },
  )
  .map(list => list.map((each, index) => service(`s${index}`, each)));

const laterFacts = fc.array(factStates.map(yesValues), {
  minLength: 12,
  maxLength: 12,
});

/** What can be counted of stored results, to be compared with a plan. */
function countsOf(results: Results) {
  const levels: Record<string, number> = {};
  const checks: Record<string, Partial<Record<Outcome, number>>> = {};
  let held = 0;
  for (const { level = 'none', levelHeld, outcomes } of results.values()) {
    levels[level] = (levels[level] ?? 0) + 1;
    held += Number(levelHeld);
    for (const [id, outcome] of Object.entries(outcomes)) {
      checks[id] = {
        ...checks[id],
        [outcome]: (checks[id]?.[outcome] ?? 0) + 1,
      };
    }
  }
  return { counts: { entities: results.size, levels, held }, checks };
}

describe('a plan', () => {
  it('predicts what the evaluation then gives', () => {
    fc.assert(
      fc.property(
        scorecards,
        scorecards,
        services,
        laterFacts,
        (first, second, before, later) => {
          const earlier = evaluateAll(first, 'v1', before, new Map());
          const now = before.map((each, index) => ({
            ...each,
            facts: later[index],
          }));
          const plan = planOf(second, now, {
            results: earlier,
            current: first,
          });
          const outcome = evaluateAll(second, 'v2', now, earlier);

          const expected = countsOf(outcome);
          expect(plan.before).toEqual(countsOf(earlier).counts);
          expect(plan.after).toEqual(expected.counts);
          for (const each of plan.checks.filter(({ counts }) => counts)) {
            expect(each.after).toEqual(expected.checks[each.id] ?? {});
          }
          const changes = new Map(
            plan.changes.map(change => [change.entityRef, change]),
          );
          for (const { entity } of now) {
            const was = earlier.get(entity.entityRef);
            const is = outcome.get(entity.entityRef);
            const change = changes.get(entity.entityRef);
            const differs =
              was?.level !== is?.level || Boolean(was) !== Boolean(is);
            expect(Boolean(change)).toBe(differs);
            expect(change?.before).toBe(change && was?.level);
            expect(change?.after).toBe(change && is?.level);
            expect(change?.levelHeld ?? false).toBe(
              Boolean(change && is?.levelHeld),
            );
          }
        },
      ),
    );
  });

  it('changes nothing once it is in force, and depends on no order', () => {
    fc.assert(
      fc.property(scorecards, services, (scorecard, list) => {
        const results = evaluateAll(scorecard, 'v1', list, new Map());
        const again = planOf(scorecard, list, { results, current: scorecard });
        expect(again.changes).toEqual([]);
        expect(again.after).toEqual(again.before);
        expect(again.outdated).toBe(0);
        expect(planOf(scorecard, [...list].reverse())).toEqual(
          planOf(scorecard, list),
        );
      }),
    );
  });
});

describe('a plan of a change', () => {
  const current = scorecardOf([
    check({ id: 'written', condition: 'yes.f0' }),
    check({ id: 'rollback', level: 'silver', condition: 'yes.f1' }),
    check({ id: 'gone', level: 'gold', condition: 'yes.f1' }),
  ]);
  const fleet = [
    service('falls', { facts: yesValues([true, true, false]) }),
    service('a-little', { facts: yesValues([true, false, false]) }),
    service('leaves', { tags: ['old'], facts: yesValues([true, false]) }),
    service('unknown', { facts: yesValues([true, true, undefined]) }),
    service('stays', { facts: yesValues([true, false, true]), owner: '' }),
  ];
  const results = evaluateAll(current, 'v1', fleet, new Map());
  const plan = planOf(
    scorecardOf(
      [
        check({ id: 'written', condition: 'yes.f0' }),
        check({ id: 'rollback', level: 'silver', condition: 'yes.f1' }),
        check({ id: 'strict', condition: 'yes.f2' }),
        check({
          id: 'later',
          condition: 'yes.f1',
          enforcedFrom: '2027-01-01',
        }),
      ],
      { scope: { except: { tags: 'old' } } },
    ),
    fleet,
    { results, current },
  );

  it('lists the largest losses first, with the checks that cost the level', () => {
    expect(plan).toMatchObject({
      inForce: true,
      changed: { lost: 2, left: 1, renamed: 0, gained: 0, entered: 0 },
    });
    expect(
      plan.changes.map(({ entityRef, change, before, after, checks }) => [
        entityRef.split('/')[1],
        change,
        before,
        after,
        checks,
      ]),
    ).toEqual([
      ['falls', 'lost', 'gold', undefined, ['strict']],
      ['a-little', 'lost', 'bronze', undefined, ['strict']],
      ['leaves', 'left', 'bronze', undefined, []],
    ]);
  });

  it('counts checks before and after, and names the facts that are missing', () => {
    const byId = Object.fromEntries(plan.checks.map(each => [each.id, each]));
    expect(Object.keys(byId)).toEqual([
      'written',
      'rollback',
      'strict',
      'later',
      'gone',
    ]);
    expect(byId.rollback).toMatchObject({
      before: { pass: 2, fail: 3 },
      after: { pass: 2, fail: 2 },
    });
    expect(byId.strict.before).toBeUndefined();
    expect(byId.strict.unknown).toEqual([
      { fact: 'yes.f2', reason: 'not read', entities: 1 },
    ]);
    expect(byId.later).toMatchObject({ counts: false, after: { pass: 2 } });
    expect(byId.gone).toMatchObject({ before: { pass: 2, fail: 3 } });
    expect(byId.gone.after).toBeUndefined();
  });
});

it('takes levels of the same id for the same, and others by their place', () => {
  const levels = (...ids: string[]) => ids.map(id => ({ id, title: id }));
  const of = (level: string, ...ids: string[]) =>
    scorecardOf(
      [check({ id: 'a', level: ids[0] }), check({ id: 'b', level })],
      {
        levels: levels(...ids),
      },
    );
  const changeOf = (before: CompiledScorecard, after: CompiledScorecard) => {
    const fleet = [service('a', { facts: yesValues([true]) })];
    const results = evaluateAll(before, 'v1', fleet, new Map());
    return planOf(after, fleet, { results, current: before }).changes[0]
      ?.change;
  };
  const two = of('silver', 'bronze', 'silver');
  expect(changeOf(two, of('silver', 'iron', 'bronze', 'silver'))).toBe(
    undefined,
  );
  expect(changeOf(two, of('steel', 'bronze', 'steel'))).toBe('renamed');
  expect(changeOf(two, of('bronze', 'bronze'))).toBe('lost');
  expect(changeOf(of('bronze', 'bronze'), two)).toBe('gained');
  // In another order, it is the new one that counts.
  expect(changeOf(two, of('bronze', 'silver', 'bronze'))).toBe('gained');
});

it('keeps 1,000 changes, and counts the others', () => {
  const fleet = Array.from({ length: 2_300 }, (_, index) =>
    service(`s${String(index).padStart(4, '0')}`, {
      facts: yesValues([index % 2 === 0]),
    }),
  );
  const current = scorecardOf([check({ id: 'a', condition: 'true' })]);
  const results = evaluateAll(current, 'v1', fleet, new Map());
  const plan = planOf(scorecardOf([check({ id: 'a' })]), fleet, {
    results,
    current,
  });
  expect(plan.changed.lost).toBe(1_150);
  expect(plan.changes).toHaveLength(1_000);
  expect(plan.omittedChanges).toBe(150);
  expect(plan.changes.at(-1)?.entityRef).toBe('component:default/s1999');
  expect(plan.owners).toMatchObject([{ changes: { lost: 1_150 } }]);
});

it('names one reason of several, whatever the order is', () => {
  const fleet = ['b hangs', 'a hangs', 'c hangs'].map((missing, index) =>
    service(`s${index}`, { facts: new Map([['yes.f0', { missing }]]) }),
  );
  const plan = planOf(scorecardOf([check({ id: 'a' })]), fleet);
  expect(plan.checks[0].unknown).toEqual([
    { fact: 'yes.f0', reason: 'a hangs', entities: 3 },
  ]);
});

it('counts what was not evaluated yet', () => {
  const scorecard = scorecardOf([check({ id: 'a' })]);
  const fleet = [service('new'), service('old')];
  const results = evaluateAll(scorecard, 'v0', fleet.slice(1), new Map());
  const plan = planOf(scorecard, fleet, { results, current: scorecard });
  expect(plan.outdated).toBe(2);
  expect(plan.changes).toMatchObject([{ change: 'entered' }]);
});
