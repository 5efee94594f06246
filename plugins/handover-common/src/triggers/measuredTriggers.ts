import type { HandoverDocument } from '../documents/schema';
import type { MeasuredTrigger } from './types';

/**
 * The rollback triggers of a document that can be evaluated, in its order. A
 * section that doesn't apply has none.
 *
 * @alpha
 */
export function measuredTriggers(
  document: HandoverDocument | undefined,
): MeasuredTrigger[] {
  const { notApplicable, triggers = [] } = document?.rollback ?? {};
  return notApplicable === undefined
    ? triggers.flatMap(trigger =>
        typeof trigger === 'object' && trigger.query !== undefined
          ? [{ ...trigger, query: trigger.query }]
          : [],
      )
    : [];
}
