import type { HandoverDocument } from './schema';

/**
 * A failure that a handover documents.
 *
 * @alpha
 */
export type DocumentedFailure = NonNullable<
  NonNullable<HandoverDocument['failures']>['items']
>[number];
