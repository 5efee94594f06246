import type { DocumentStatus, DocumentSummary } from './types';

/**
 * The annotation with the status of an entity's handover. Only the portal sets
 * it.
 *
 * @public
 */
export const HANDOVER_STATUS_ANNOTATION = 'handover.dev/status';

/**
 * The status of a handover in one word. `stale`: it is `ok`, but its review is
 * overdue.
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
