import type { DocumentStatus, DocumentSummary } from './types';

/**
 * Where the catalog keeps the status of an entity's handover. Written by the
 * portal alone.
 *
 * @public
 */
export const HANDOVER_STATUS_ANNOTATION = 'handover.dev/status';

/**
 * The status of a handover in one word: `stale` is one that is `ok` but past
 * its review.
 *
 * @public
 */
export type HandoverStatus = DocumentStatus | 'stale';

/**
 * The status of a handover in one word.
 *
 * @public
 */
export function handoverStatusOf({
  status,
  stale,
}: Pick<DocumentSummary, 'status' | 'stale'>): HandoverStatus {
  return status === 'ok' && stale ? 'stale' : status;
}
