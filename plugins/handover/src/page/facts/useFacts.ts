import type {
  FactDefinition,
  ScorecardDetails,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../../api';
import { type Reading, useReading } from '../../components';

const INTERVAL_MS = 60_000;

export type FactsInUse = {
  facts: FactDefinition[];
  scorecards: ScorecardDetails[];
};

/** All facts, and the scorecards that may use them. */
export function useFacts(): Reading<FactsInUse> {
  const api = useApi(handoverApiRef);
  return useReading<FactsInUse>({
    key: ['page', 'facts'],
    read: async ({ signal }) => {
      const [facts, scorecards] = await Promise.all([
        api.scorecards.listFacts({ signal }),
        api.scorecards.list({ signal }),
      ]);
      return { facts: facts.items, scorecards: scorecards.items };
    },
    every: INTERVAL_MS,
  });
}
