import type { ScorecardPreview } from '@backstage-handover/plugin-handover-common';
import {
  countsFrom,
  levelAt,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { ActiveScorecard } from '../ActiveScorecards';
import type { StoredChecks } from '../store';

type Checks = NonNullable<ScorecardPreview['next']>['checks'];

/**
 * Whose level falls on the next day on which checks begin to count. Results of
 * another version of the scorecard are left out: they are evaluated again soon.
 *
 * @param readChecks - read only if there is such a day
 */
export async function previewLevels(
  { scorecard, version }: ActiveScorecard,
  readChecks: () => AsyncIterable<StoredChecks[]>,
  now: Date,
): Promise<ScorecardPreview> {
  const { levels, checks } = scorecard;
  const [at] = checks
    .flatMap(check => countsFrom(check) ?? [])
    .filter(from => from > now)
    .sort((a, b) => a.getTime() - b.getTime());
  if (!at) {
    return {};
  }
  const places = checks.flatMap((check, index) =>
    countsFrom(check)?.getTime() === at.getTime() ? [index] : [],
  );
  const beginning: Checks = places.map(index => ({
    id: checks[index].id,
    outcomes: {},
  }));
  const rankOf = (level: string | undefined) =>
    levels.findIndex(({ id }) => id === level);
  let entities = 0;
  let lost = 0;
  for await (const page of readChecks()) {
    for (const result of page.filter(each => each.version === version)) {
      const { level } = result;
      const then = levelAt(scorecard, result.checks, { at, level });
      entities += 1;
      lost += rankOf(then) < rankOf(level) ? 1 : 0;
      places.forEach((place, index) => {
        const { outcomes } = beginning[index];
        const { outcome } = result.checks[place];
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      });
    }
  }
  return {
    next: {
      day: at.toISOString().slice(0, 10),
      checks: beginning,
      entities,
      lost,
    },
  };
}
