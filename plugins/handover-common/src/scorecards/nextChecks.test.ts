import { check, scorecardOf, yesValues } from './__testUtils__/scorecards';
import { evaluateScorecard } from './evaluate';
import { nextChecks } from './nextChecks';

it('orders what is to be fixed by level, then by weight for the effort', () => {
  const scorecard = scorecardOf([
    check({ id: 'later', enforcedFrom: '2030-01-01', condition: 'yes.f0' }),
    check({ id: 'gold', level: 'gold', weight: 100, effort: 'small' }),
    check({ id: 'heavy', weight: 4, effort: 'large' }),
    check({ id: 'quick', weight: 2, effort: 'small' }),
    check({ id: 'unknown', weight: 1.5, effort: 'small', condition: 'yes.f2' }),
    check({ id: 'passes', condition: 'yes.f1' }),
    check({ id: 'elsewhere', when: '!yes.f1' }),
  ]);
  const { checks } = evaluateScorecard(scorecard, {
    facts: yesValues([false, true, undefined]),
    now: new Date('2026-11-20T10:00:00Z'),
  });
  const details = {
    levels: scorecard.levels,
    checks: scorecard.checks.map(({ basis, ...each }) => ({
      ...each,
      basis: [...basis],
    })),
  };
  expect(nextChecks(details, checks).map(({ id }) => id)).toEqual([
    'quick',
    'unknown',
    'heavy',
    'gold',
    'later',
  ]);
});
