import { Temporal } from 'temporal-polyfill';
import type { HandoverDocument } from './schema';

/**
 * How long a review stays valid if `metadata.reviewEvery` isn't set.
 *
 * @alpha
 */
export const DEFAULT_REVIEW_EVERY = 'P90D';

/**
 * Whether a document is past its review.
 *
 * @alpha
 */
export type ReviewState = {
  stale: boolean;
  /**
   * When the review ends, RFC 3339 in UTC. Absent if there is no document, it
   * has never been reviewed, or the review ends after the year 9999, which RFC
   * 3339 cannot write.
   */
  reviewDueAt?: string;
};

/**
 * Whether the last review of a document still holds.
 *
 * The period is added on the calendar, from the start of the day of the review
 * in UTC: a month after 31 January ends on 28 or 29 February. A document that
 * was never reviewed is stale, because nobody vouches for it; a document that
 * does not exist is not stale but missing.
 *
 * @param now - the time to evaluate
 *
 * @alpha
 */
export function reviewState(
  document: HandoverDocument | undefined,
  now: Date,
): ReviewState {
  if (!document) {
    return { stale: false };
  }
  const { reviewedAt, reviewEvery = DEFAULT_REVIEW_EVERY } =
    document.metadata ?? {};
  if (reviewedAt === undefined) {
    return { stale: true };
  }
  const local = Temporal.PlainDate.from(reviewedAt)
    .toPlainDateTime()
    .add(Temporal.Duration.from(reviewEvery));
  if (local.year > 9999) {
    return { stale: false };
  }
  const due = local.toZonedDateTime('UTC').toInstant();
  return {
    stale: due.epochMilliseconds <= now.getTime(),
    reviewDueAt: due.toString(),
  };
}
