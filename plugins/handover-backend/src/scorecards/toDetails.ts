import type { ScorecardDetails } from '@backstage-handover/plugin-handover-common';
import type { ActiveScorecard } from './ActiveScorecards';

/** A scorecard as the API shows it. */
export function toDetails({
  name,
  version,
  scorecard,
}: ActiveScorecard): ScorecardDetails {
  const { metadata, levels, checks } = scorecard;
  return {
    name,
    version,
    title: metadata.title,
    description: metadata.description,
    owner: metadata.owner,
    levels,
    checks: checks.map(({ compiled: _, rank: __, basis, ...check }) => ({
      ...check,
      basis: [...basis],
    })),
  };
}
