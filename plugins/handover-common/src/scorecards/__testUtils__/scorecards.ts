import fc from 'fast-check';
import { compileScorecard, type CompiledScorecard } from '../compileScorecard';
import { FactSchema } from '../facts/FactSchema';
import type { FactValue } from '../facts/types';
import type { ScorecardInput } from '../schema';

export const FACT_COUNT = 8;

const names = Array.from({ length: FACT_COUNT }, (_, index) => `yes.f${index}`);

/** Facts `yes.f0` and so on, which are true or false. */
export const yesFacts = FactSchema.of(
  names.map(name => ({
    name,
    type: { kind: 'bool' as const },
    basis: 'observed' as const,
    description: name,
  })),
);

/** `true`, `false`, or undefined for a fact that is missing. */
export function yesValues(
  values: readonly (boolean | undefined)[],
): Map<string, FactValue> {
  return new Map(
    values.map((value, index) => [
      names[index],
      value === undefined ? { missing: 'not read' } : { value },
    ]),
  );
}

export const LEVELS = ['bronze', 'silver', 'gold'];

type CheckInput = ScorecardInput['checks'][number];

export function check(input: Partial<CheckInput> & { id: string }): CheckInput {
  return {
    title: input.id,
    level: 'bronze',
    why: 'Because.',
    fix: { text: 'Do it.' },
    condition: 'yes.f0',
    ...input,
  };
}

export function scorecardInput(
  checks: CheckInput[],
  more: Partial<ScorecardInput> = {},
): ScorecardInput {
  return {
    apiVersion: 'handover.dev/v1',
    kind: 'Scorecard',
    metadata: { name: 'ready', title: 'Ready', owner: 'platform' },
    levels: LEVELS.map(id => ({ id, title: id })),
    checks,
    ...more,
  };
}

export function scorecardOf(
  checks: CheckInput[],
  more?: Partial<ScorecardInput>,
): CompiledScorecard {
  const { scorecard, findings } = compileScorecard(
    scorecardInput(checks, more),
    yesFacts,
  );
  if (!scorecard) {
    throw new Error(JSON.stringify(findings));
  }
  return scorecard;
}

/** Checks over these facts; more of them true never makes one fail. */
export const monotoneChecks = fc
  .array(
    fc.record({
      level: fc.constantFrom(...LEVELS),
      weight: fc.integer({ min: 1, max: 5 }),
      condition: fc
        .tuple(
          fc.nat(FACT_COUNT - 1),
          fc.constantFrom('&&', '||'),
          fc.nat(FACT_COUNT - 1),
        )
        .map(([a, sign, b]) => `yes.f${a} ${sign} yes.f${b}`),
      enforcedFrom: fc.option(fc.constantFrom('2020-01-01', '2030-01-01'), {
        nil: undefined,
      }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(checks =>
    checks.map((each, index) => check({ id: `c${index}`, ...each })),
  );

export const factStates = fc.array(fc.constantFrom(true, false, undefined), {
  minLength: FACT_COUNT,
  maxLength: FACT_COUNT,
});
