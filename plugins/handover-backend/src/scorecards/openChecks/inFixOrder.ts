import { compareFixOrder } from '@backstage-handover/plugin-handover-common/scorecards';
import type { ActiveScorecard } from '../ActiveScorecards';
import type { CheckKey } from '../store';

/** The checks of all scorecards, in the order in which they are best fixed. */
export function inFixOrder(scorecards: readonly ActiveScorecard[]): CheckKey[] {
  return scorecards
    .flatMap(({ name, scorecard }) =>
      scorecard.checks.map(check => ({ name, check })),
    )
    .sort((a, b) => compareFixOrder(a.check, b.check))
    .map(({ name, check }) => ({ scorecard: name, check: check.id }));
}
