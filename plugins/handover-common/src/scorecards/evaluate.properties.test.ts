import fc from 'fast-check';
import {
  LEVELS,
  factStates,
  monotoneChecks,
  scorecardOf,
  yesValues,
} from './__testUtils__/scorecards';
import { evaluateScorecard } from './evaluate';
import { levelAt } from './levelAt';

const NOW = new Date('2026-11-20T10:00:00Z');
const rank = (level: string | undefined) => LEVELS.indexOf(level ?? '');
const previous = fc.option(fc.constantFrom(...LEVELS), { nil: undefined });
const policy = fc.constantFrom('keepLevel' as const, 'fail' as const);

describe('the result of a scorecard', () => {
  it('never has a lower level or score because another fact became true', () => {
    fc.assert(
      fc.property(
        monotoneChecks,
        factStates,
        fc.nat(7),
        previous,
        policy,
        (checks, states, index, previousLevel, unknown) => {
          const scorecard = scorecardOf(checks, { unknown });
          const evaluate = (values: typeof states) =>
            evaluateScorecard(scorecard, {
              facts: yesValues(values),
              now: NOW,
              previousLevel,
            });
          const before = evaluate(states);
          const after = evaluate(states.with(index, true));
          expect(rank(after.level)).toBeGreaterThanOrEqual(rank(before.level));
          expect(after.score ?? 1).toBeGreaterThanOrEqual(before.score ?? 1);
        },
      ),
    );
  });

  it('does not depend on the order of the checks', () => {
    fc.assert(
      fc.property(
        monotoneChecks.chain(checks =>
          fc.tuple(
            fc.constant(checks),
            fc.shuffledSubarray(checks, { minLength: checks.length }),
          ),
        ),
        factStates,
        previous,
        ([checks, shuffled], states, previousLevel) => {
          const [one, other] = [checks, shuffled].map(each => {
            const { checks: results, ...rest } = evaluateScorecard(
              scorecardOf(each),
              { facts: yesValues(states), now: NOW, previousLevel },
            );
            return {
              ...rest,
              results: [...results].sort((a, b) => (a.id < b.id ? -1 : 1)),
            };
          });
          expect(other).toEqual(one);
        },
      ),
    );
  });

  it('changes by an exemption only for the check that is exempt', () => {
    fc.assert(
      fc.property(
        monotoneChecks,
        factStates,
        fc.nat(11),
        (checks, states, index) => {
          const scorecard = scorecardOf(checks);
          const { id } = checks[index % checks.length];
          const input = { facts: yesValues(states), now: NOW };
          const without = evaluateScorecard(scorecard, input);
          const exempted = evaluateScorecard(scorecard, {
            ...input,
            exempt: new Set([id]),
          });
          const others = (result: typeof without) =>
            result.checks.filter(each => each.id !== id);
          expect(others(exempted)).toEqual(others(without));
          expect(rank(exempted.level)).toBeGreaterThanOrEqual(
            rank(without.level),
          );
          expect(exempted.weights.pass).toBe(without.weights.pass);
        },
      ),
    );
  });

  it('is held exactly if the level would be lower were everything unknown to fail', () => {
    fc.assert(
      fc.property(
        monotoneChecks,
        factStates,
        previous,
        (checks, states, previousLevel) => {
          const scorecard = scorecardOf(checks);
          const evaluate = (values: typeof states) =>
            evaluateScorecard(scorecard, {
              facts: yesValues(values),
              now: NOW,
              previousLevel,
            });
          const levelIf = (value: boolean) =>
            rank(evaluate(states.map(state => state ?? value)).level);
          const { level, levelHeld } = evaluate(states);
          expect(rank(level)).toBeGreaterThanOrEqual(levelIf(false));
          expect(rank(level)).toBeLessThanOrEqual(levelIf(true));
          expect(levelHeld).toBe(rank(level) > levelIf(false));
        },
      ),
    );
  });

  it('is the predicted one on the day on which more checks count', () => {
    const at = new Date('2026-12-01T00:00:00Z');
    fc.assert(
      fc.property(
        monotoneChecks,
        factStates,
        previous,
        policy,
        fc.nat(11),
        (checks, states, previousLevel, unknown, later) => {
          const scorecard = scorecardOf(
            checks.map((check, index) =>
              index < later ? { ...check, enforcedFrom: '2026-12-01' } : check,
            ),
            { unknown },
          );
          const evaluate = (now: Date, level: string | undefined) =>
            evaluateScorecard(scorecard, {
              facts: yesValues(states),
              now,
              previousLevel: level,
            });
          const { level, checks: results } = evaluate(NOW, previousLevel);
          expect(levelAt(scorecard, results, { at, level })).toBe(
            evaluate(at, level).level,
          );
        },
      ),
    );
  });
});
