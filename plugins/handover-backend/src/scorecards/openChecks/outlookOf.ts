import type { UpcomingCheck } from '@backstage-handover/plugin-handover-common';
import {
  countsFrom,
  levelAt,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { ActiveScorecard } from '../ActiveScorecards';
import type { StoredResult } from '../store';

/**
 * What happens to the level of an entity when a check begins to count. Undefined
 * for a result of another version of the scorecard: it is evaluated again soon.
 */
export function outlookOf(
  checkId: string,
  { scorecard, version }: ActiveScorecard,
  result: StoredResult | undefined,
): UpcomingCheck | undefined {
  const check = scorecard.checks.find(({ id }) => id === checkId);
  const at = check && countsFrom(check);
  if (!at || result?.version !== version) {
    return undefined;
  }
  const { level, checks } = result;
  return {
    level,
    levelThen: levelAt(scorecard, checks, { at, level }),
  };
}
