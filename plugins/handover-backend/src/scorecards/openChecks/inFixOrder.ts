import {
  compareFixOrder,
  countsFrom,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { ActiveScorecard } from '../ActiveScorecards';
import type { CheckKey } from '../store';

/** The checks of all scorecards, in the order in which they are best fixed. */
export function inFixOrder(scorecards: readonly ActiveScorecard[]): CheckKey[] {
  return sortedChecks(scorecards).map(toKey);
}

/** The checks that begin to count later, those that count first before others. */
export function upcomingChecks(
  scorecards: readonly ActiveScorecard[],
  now: Date,
): CheckKey[] {
  return sortedChecks(scorecards)
    .flatMap(each => {
      const from = countsFrom(each.check);
      return from && from > now ? [{ ...each, from: from.getTime() }] : [];
    })
    .sort((a, b) => a.from - b.from)
    .map(toKey);
}

type NamedCheck = {
  name: string;
  check: ActiveScorecard['scorecard']['checks'][number];
};

function sortedChecks(scorecards: readonly ActiveScorecard[]): NamedCheck[] {
  return scorecards
    .flatMap(({ name, scorecard }) =>
      scorecard.checks.map(check => ({ name, check })),
    )
    .sort((a, b) => compareFixOrder(a.check, b.check));
}

function toKey({ name, check }: NamedCheck): CheckKey {
  return { scorecard: name, check: check.id };
}
