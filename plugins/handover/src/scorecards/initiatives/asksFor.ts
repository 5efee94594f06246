import type {
  CheckWithResult,
  EntityInitiative,
  ScorecardLevel,
} from '@backstage-handover/plugin-handover-common';

/**
 * Whether an initiative of a scorecard needs a check to be fulfilled. For a level,
 * a check that does not count yet is not needed.
 */
export function asksFor(
  { target }: Pick<EntityInitiative, 'target'>,
  levels: readonly ScorecardLevel[],
  check: CheckWithResult,
): boolean {
  if ('checks' in target) {
    return target.checks.includes(check.id);
  }
  const rankOf = (level: string) => levels.findIndex(({ id }) => id === level);
  return check.result.counts && rankOf(check.level) <= rankOf(target.level);
}
