import {
  check,
  scorecardInput,
  scorecardOf,
  yesValues,
} from './__testUtils__/scorecards';
import { compileScorecard } from './compileScorecard';
import { FactSchema } from './facts/FactSchema';
import type { FactDefinition } from './facts/types';
import { evaluateScorecard } from './evaluate';

const NOW = new Date('2026-11-20T10:00:00Z');

const evaluate = (
  checks: Parameters<typeof scorecardOf>[0],
  values: (boolean | undefined)[],
  input: { previousLevel?: string; exempt?: string[] } = {},
  more: Parameters<typeof scorecardOf>[1] = {},
) =>
  evaluateScorecard(scorecardOf(checks, more), {
    facts: yesValues(values),
    now: NOW,
    previousLevel: input.previousLevel,
    exempt: new Set(input.exempt),
  });

const three = [
  check({ id: 'a', level: 'bronze', condition: 'yes.f0' }),
  check({ id: 'b', level: 'silver', condition: 'yes.f1', weight: 2 }),
  check({ id: 'c', level: 'gold', condition: 'yes.f2' }),
];

describe('a level', () => {
  it.each([
    [[true, true, true], 'gold'],
    [[true, true, false], 'silver'],
    [[true, false, true], 'bronze'],
    [[false, true, true], undefined],
  ])('with checks %j is %s', (values, level) => {
    const result = evaluate(three, values);
    expect([result.level, result.levelHeld]).toEqual([level, false]);
  });

  it.each([
    [undefined, 'bronze', false],
    ['bronze', 'bronze', false],
    ['silver', 'silver', true],
    ['gold', 'gold', true],
    // A level that the scorecard no longer has.
    ['platinum', 'bronze', false],
  ])(
    'that was %s is %s while a check of silver is unknown (held: %s)',
    (previousLevel, level, levelHeld) => {
      expect(
        evaluate(three, [true, undefined, true], { previousLevel }),
      ).toMatchObject({ level, levelHeld });
    },
  );

  it('is not kept above a check that fails', () => {
    expect(
      evaluate(three, [true, undefined, false], { previousLevel: 'gold' }),
    ).toMatchObject({ level: 'silver', levelHeld: true });
  });

  it('is lost to an unknown check where the scorecard says so', () => {
    expect(
      evaluate(
        three,
        [true, undefined, true],
        { previousLevel: 'gold' },
        { unknown: 'fail' },
      ),
    ).toMatchObject({ level: 'bronze', levelHeld: false });
  });

  it('is reached with an exemption and with a check that does not apply', () => {
    const checks = [three[0], three[1], { ...three[2], when: 'yes.f3' }];
    const result = evaluate(checks, [true, false, false, false], {
      exempt: ['b'],
    });
    expect(result.level).toBe('gold');
    expect(result.checks.map(({ outcome }) => outcome)).toEqual([
      'pass',
      'exempt',
      'notApplicable',
    ]);
  });
});

describe('a check', () => {
  it('that is not enforced yet is shown, and changes neither level nor score', () => {
    const checks = [
      three[0],
      { ...three[1], enforcedFrom: '2026-11-21' },
      { ...three[2], enforcedFrom: '2026-11-20' },
    ];
    const result = evaluate(checks, [true, false, true]);
    expect(result).toMatchObject({ level: 'gold', score: 1 });
    expect(result.checks[1]).toMatchObject({ outcome: 'fail', counts: false });
    expect(result.checks[2]).toMatchObject({ outcome: 'pass', counts: true });
  });

  it('shows the facts that it was decided from, and why it is unknown', () => {
    const [passing, unknown] = evaluate(
      [
        check({ id: 'a', condition: 'yes.f0 || yes.f1' }),
        check({ id: 'b', when: 'yes.f1', condition: 'yes.f0' }),
      ],
      [true, undefined],
    ).checks;
    expect(passing).toEqual({
      id: 'a',
      outcome: 'pass',
      counts: true,
      facts: [
        { path: 'yes.f0', value: true },
        { path: 'yes.f1', missing: 'not read' },
      ],
    });
    expect(unknown).toMatchObject({
      outcome: 'unknown',
      reason: 'yes.f1: not read',
    });
  });

  it('does not keep a fact that is too long', () => {
    const labels: FactDefinition = {
      name: 'big.labels',
      type: { kind: 'list', of: { kind: 'string' } },
      basis: 'declared',
      description: 'Labels.',
    };
    const { scorecard } = compileScorecard(
      scorecardInput([check({ id: 'a', condition: 'size(big.labels) > 1' })]),
      FactSchema.of([labels]),
    );
    const result = (count: number) =>
      evaluateScorecard(scorecard!, {
        facts: new Map([
          ['big.labels', { value: Array<string>(count).fill('a label') }],
        ]),
        now: NOW,
      }).checks[0];
    expect(result(2).facts).toEqual([
      { path: 'big.labels', value: ['a label', 'a label'] },
    ]);
    expect(result(1_000)).toMatchObject({
      outcome: 'pass',
      facts: [{ path: 'big.labels', omitted: true }],
    });
  });

  it('that passes needs no exemption', () => {
    expect(
      evaluate([three[0]], [true], { exempt: ['a'] }).checks[0].outcome,
    ).toBe('pass');
  });
});

describe('a score', () => {
  it('is the weight of what passes; an exemption and an unknown do not pass', () => {
    const checks = ['a', 'b', 'c', 'd', 'e'].map((id, index) =>
      check({ id, condition: `yes.f${index}`, weight: index + 1 }),
    );
    checks[4] = { ...checks[4], when: 'yes.f5' };
    const result = evaluate(
      checks,
      [true, false, undefined, false, true, false],
      { exempt: ['d'] },
    );
    expect(result.weights).toEqual({
      pass: 1,
      fail: 2,
      unknown: 3,
      exempt: 4,
      notApplicable: 5,
    });
    expect(result.score).toBe(0.1);
  });

  it('does not exist where nothing applies', () => {
    expect(
      evaluate([{ ...three[0], when: 'yes.f1' }], [true, false]).score,
    ).toBeUndefined();
  });
});
