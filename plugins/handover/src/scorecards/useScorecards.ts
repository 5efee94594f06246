import type {
  BadgeUrl,
  EntityScorecard,
  EntityScorecards,
  ScorecardHistoryPage,
} from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../api';
import { type Reading, useReading } from '../components';

/** A fix shows soon after it was made. */
const INTERVAL_MS = 20_000;
/** Where no scorecard applies, one is only there after somebody adds it. */
const IDLE_INTERVAL_MS = 5 * 60_000;

/** What the scorecards come to for an entity. All who show them share one reading. */
export function useScorecards(entityRef: string): Reading<EntityScorecards> {
  const api = useApi(handoverApiRef);
  return useReading({
    key: ['scorecards', entityRef],
    read: ({ signal }) => api.scorecards.getForEntity(entityRef, { signal }),
    every: ({ items }) => (items.length > 0 ? INTERVAL_MS : IDLE_INTERVAL_MS),
  });
}

/** The signed address of a badge, which stays the same. */
export function useBadgeUrl(
  entityRef: string,
  scorecard: string,
): Reading<BadgeUrl> {
  const api = useApi(handoverApiRef);
  return useReading({
    key: ['scorecards', 'badge', entityRef, scorecard],
    read: ({ signal }) =>
      api.scorecards.getBadgeUrl(entityRef, scorecard, {}, { signal }),
  });
}

/** The last changes of a result, read again when it changes. */
export function useScorecardHistory(
  entityRef: string,
  { scorecard: { name: scorecard }, result: { changedAt } }: EntityScorecard,
): Reading<ScorecardHistoryPage> {
  const api = useApi(handoverApiRef);
  return useReading({
    key: ['scorecards', 'history', entityRef, scorecard, changedAt],
    read: ({ signal }) =>
      api.scorecards.listHistory(
        entityRef,
        scorecard,
        { limit: 2 },
        { signal },
      ),
    every: () => IDLE_INTERVAL_MS,
  });
}
