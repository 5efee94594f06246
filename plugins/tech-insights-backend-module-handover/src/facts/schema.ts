import type { FactRetriever } from '@backstage-community/plugin-tech-insights-node';
import {
  SECTION_KEYS,
  type SectionKey,
} from '@backstage-handover/plugin-handover-common';

/** Names the facts in checks, and their configuration. */
export const RETRIEVER_ID = 'handoverFactRetriever';

/**
 * Of the schema. Tech Insights stores a schema once for each version: raise it
 * with every change, also if the handover gets another section.
 */
export const SCHEMA_VERSION = '1.0.0';

/** The name of the fact with the coverage of a section. */
export function sectionFact(section: SectionKey): string {
  return `handoverSection${section[0].toLocaleUpperCase(
    'en-US',
  )}${section.slice(1)}`;
}

/**
 * What the facts of an entity are. Checks see the facts of all retrievers
 * together, so the names say whose they are.
 */
export const FACT_SCHEMA: FactRetriever['schema'] = {
  handoverStatus: {
    type: 'string',
    description:
      'Whether the handover could be read: ok, missing, invalid or unreachable. For the last two, the other facts are those of the last good revision',
  },
  handoverSource: {
    type: 'string',
    description: 'Where the handover is edited: repository or portal',
  },
  handoverExists: {
    type: 'boolean',
    description: 'Whether there is a revision to show',
  },
  handoverCoverage: {
    type: 'float',
    description: 'Share of the required fields that are covered, 0 to 1',
  },
  handoverCoveredSections: {
    type: 'set',
    description: 'Keys of the sections that are covered',
  },
  ...Object.fromEntries(
    SECTION_KEYS.map(section => [
      sectionFact(section),
      {
        type: 'string' as const,
        description: `Coverage of the section ${section}: covered, partial or missing`,
      },
    ]),
  ),
  handoverReviewed: {
    type: 'boolean',
    description: 'Whether the handover was ever reviewed',
  },
  handoverStale: {
    type: 'boolean',
    description:
      'Whether the last review does not hold any more, or there never was one. True without a handover',
  },
  handoverProblems: {
    type: 'integer',
    description: 'Number of problems that the check of the handover found',
  },
  handoverTier: {
    type: 'integer',
    description: 'Tier of the handover, 1 to 4. 0 if there is none',
  },
  handoverReachedLevels: {
    type: 'set',
    description:
      'Levels of scorecards that are reached, with those below them: handover-ready:bronze, handover-ready:silver',
  },
  handoverLevels: {
    type: 'object',
    description:
      'ID of the level by scorecard, none below the lowest. Scorecards that are not for the entity are absent',
  },
  handoverScores: {
    type: 'object',
    description:
      'Score by scorecard, 0 to 1. Scorecards that are not for the entity are absent',
  },
};
