import type { TechInsightFact } from '@backstage-community/plugin-tech-insights-node';
import {
  type DocumentSummary,
  type ScorecardDetails,
  type ScorecardResultSummary,
  SECTION_KEYS,
} from '@backstage-handover/plugin-handover-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { sectionFact } from './schema';

/** The result of an entity on a scorecard. */
export type Result = {
  scorecard: ScorecardDetails;
  summary: ScorecardResultSummary;
};

/** Below the lowest level. */
const NONE = 'none';

/**
 * The facts of an entity: all of the schema, as one that is missing makes every
 * check of the entity fail. So there are none at all before the handover was read
 * for the first time.
 *
 * @throws Error if the handover cannot be described.
 */
export function toFacts(
  document: DocumentSummary,
  results: readonly Result[],
): TechInsightFact | undefined {
  const { entityRef, source, status, revision, problems, tier } = document;
  if (status === 'unreachable' && revision === undefined) {
    return undefined;
  }
  // A handover that was deleted says nothing any more.
  const exists = revision !== undefined && status !== 'missing';
  const stateOf = (section: string) =>
    (exists && document.sections?.[section]) || 'missing';
  const isStale = !exists || document.stale;
  return {
    entity: parseEntityRef(entityRef),
    facts: {
      handoverStatus: status,
      handoverSource: source,
      handoverExists: exists,
      handoverCoverage: exists ? document.coverageRatio : 0,
      handoverCoveredSections: SECTION_KEYS.filter(
        section => stateOf(section) === 'covered',
      ),
      ...Object.fromEntries(
        SECTION_KEYS.map(section => [sectionFact(section), stateOf(section)]),
      ),
      // A review that ends after the year 9999 has no date.
      handoverReviewed:
        exists && (document.reviewDueAt !== undefined || !isStale),
      handoverStale: isStale,
      handoverProblems: problems ?? 0,
      handoverTier: exists ? tier ?? 0 : 0,
      ...levelFacts(results),
    },
  };
}

function levelFacts(results: readonly Result[]): TechInsightFact['facts'] {
  return {
    handoverReachedLevels: results.flatMap(({ scorecard, summary }) => {
      const ids = scorecard.levels.map(({ id }) => id);
      return ids
        .slice(0, ids.indexOf(summary.level ?? NONE) + 1)
        .map(id => `${scorecard.name}:${id}`);
    }),
    handoverLevels: Object.fromEntries(
      results.map(({ scorecard, summary }) => [
        scorecard.name,
        summary.level ?? NONE,
      ]),
    ),
    handoverScores: Object.fromEntries(
      results.flatMap(({ scorecard, summary }) =>
        summary.score === undefined ? [] : [[scorecard.name, summary.score]],
      ),
    ),
  };
}
