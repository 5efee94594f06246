import {
  type FactSchema,
  type ScorecardInput,
  compileScorecard,
  parseScorecard,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { DefinitionKind } from '../definitions';

/** How definitions of scorecards are checked. */
export function scorecardKind(
  facts: FactSchema,
): DefinitionKind<ScorecardInput> {
  return {
    noun: 'scorecard',
    key: 'handover.scorecards',
    check: value => {
      const { scorecard, findings } = compileScorecard(value, facts);
      return {
        findings,
        // Its schema has accepted it.
        ...(scorecard && { definition: value as ScorecardInput }),
      };
    },
    parse: text => parseScorecard(text, facts),
  };
}
