import { z } from 'zod/v4';
import { groupReference, text } from '../../definitions/fields';
import { validate } from '../../documents/issues';
import { formatPath } from '../../documents/path';
import { entityScopeSchema } from '../../entities/scope';
import { didYouMean } from '../../text/nearest';
import { identifier } from '../../text/identifier';
import type { CompiledScorecard } from '../compileScorecard';
import { MAX_CHECKS } from '../limits';
import { day } from '../schema';
import { addDays, daysBetween } from './days';
import type { InitiativeDefinition, InitiativeTarget } from './types';

/** Longer than anybody follows. */
const MAX_DAYS = 731;

/** Shorter ones have no half time. */
const MIN_DAYS = 1;

const targetSchema = z.union([
  z.strictObject({ level: identifier }),
  z.strictObject({
    checks: z
      .array(identifier)
      .min(1, 'at least one is required')
      .max(MAX_CHECKS)
      .transform(ids => [...new Set(ids)]),
  }),
]);

const schema = z
  .strictObject({
    title: text(120),
    description: text(5_000).optional(),
    owner: groupReference,
    scorecard: identifier,
    target: targetSchema,
    scope: entityScopeSchema.optional(),
    startsOn: day,
    endsOn: day,
  })
  .superRefine(({ startsOn, endsOn }, context) => {
    const days = daysBetween(startsOn, endsOn);
    if (days < MIN_DAYS) {
      context.addIssue({
        code: 'custom',
        path: ['endsOn'],
        message: `must be after ${startsOn}`,
      });
    } else if (days > MAX_DAYS) {
      context.addIssue({
        code: 'custom',
        path: ['endsOn'],
        message: `must be ${addDays(startsOn, MAX_DAYS)} at the latest`,
      });
    }
  });

/**
 * Validates an initiative given as plain values. References become full and in
 * lower case. Each problem names the field: `endsOn: must be after 2027-01-01`.
 *
 * @alpha
 */
export function parseInitiative(value: unknown): {
  data?: InitiativeDefinition;
  problems: string[];
} {
  const { data, findings } = validate<InitiativeDefinition>(schema, value);
  return {
    ...(data && { data }),
    problems: findings.map(
      ({ path, message }) => `${formatPath(path)}: ${message}`,
    ),
  };
}

/**
 * Why a scorecard can't be evaluated for a target: an error that names what it
 * does not have.
 *
 * @alpha
 */
export function targetProblem(
  { scorecard, target }: { scorecard: string; target: InitiativeTarget },
  active: readonly { name: string; scorecard: CompiledScorecard }[],
): string | undefined {
  const found = active.find(({ name }) => name === scorecard);
  if (!found) {
    return `scorecard: there is no scorecard '${scorecard}' in force${didYouMean(
      scorecard,
      active.map(({ name }) => name),
    )}`;
  }
  const lacking = (ids: string[], known: string[], what: string) => {
    const id = ids.find(each => !known.includes(each));
    return id === undefined
      ? undefined
      : `target: '${scorecard}' has no ${what} '${id}'${didYouMean(id, known)}`;
  };
  const { levels, checks } = found.scorecard;
  return 'level' in target
    ? lacking(
        [target.level],
        levels.map(({ id }) => id),
        'level',
      )
    : lacking(
        target.checks,
        checks.map(({ id }) => id),
        'check',
      );
}

/**
 * Whether anything of a target can be evaluated: the level, or one of the checks.
 *
 * @alpha
 */
export function isEvaluable(
  target: InitiativeTarget,
  { levels, checks }: Pick<CompiledScorecard, 'levels' | 'checks'>,
): boolean {
  return 'level' in target
    ? levels.some(({ id }) => id === target.level)
    : checks.some(({ id }) => target.checks.includes(id));
}
