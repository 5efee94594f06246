import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import {
  coverageOf,
  reviewState,
} from '@backstage-handover/plugin-handover-common/documents';
import { createHash } from 'node:crypto';
import { sectionBits } from './sectionBits';
import { type DocumentRow, NEVER_REVIEWED, NO_DOCUMENT } from './tables';

/**
 * Version of the rules by which documents are parsed, covered and derived
 * from. Raising it makes every document be read in full once more, so that
 * what is stored follows the rules that are in force.
 */
export const RULES_VERSION = 5;

/** SHA-256 of the text, in hexadecimal digits. */
export function contentHash(yaml: string): string {
  return createHash('sha256').update(yaml, 'utf8').digest('hex');
}

/** The columns that come from the document itself. */
export function deriveColumns(
  document: HandoverDocument,
  now: Date,
): Pick<
  DocumentRow,
  | 'coverage_ratio'
  | 'coverage'
  | 'coverage_version'
  | 'covered_sections'
  | 'partial_sections'
  | 'review_due_at'
> {
  const { reviewDueAt } = reviewState(document, now);
  const coverage = coverageOf(document);
  return {
    coverage_ratio: coverage.ratio,
    coverage: JSON.stringify(coverage),
    coverage_version: RULES_VERSION,
    covered_sections: sectionBits(coverage, 'covered'),
    partial_sections: sectionBits(coverage, 'partial'),
    review_due_at:
      reviewDueAt === undefined ? NEVER_REVIEWED : toDueDate(reviewDueAt),
  };
}

/** Dates after year 9999 have other forms in the databases; it is the end. */
function toDueDate(time: string): Date {
  const last = NO_DOCUMENT.getTime() - 1;
  return new Date(Math.min(new Date(time).getTime(), last));
}
