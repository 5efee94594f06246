import { z } from 'zod/v4';
import { durationMs } from '../text/duration';
import { fixedDuration, list, name, text } from './fields';
import {
  MAX_MEASURED_TRIGGERS,
  MAX_TRIGGER_HOLD_MS,
  MAX_TRIGGER_QUERY,
} from './limits';

/** PromQL, of a length that every system takes. */
const query = text.max(
  MAX_TRIGGER_QUERY,
  `is longer than ${MAX_TRIGGER_QUERY.toLocaleString('en')} characters`,
);

/** A period that the metrics of a trigger can be read for. */
const hold = fixedDuration.refine(
  value => (durationMs(value) ?? 0) <= MAX_TRIGGER_HOLD_MS,
  'must be at most P1D',
);

/**
 * When to roll back, as a measurement: a query, and the value beyond which its
 * result calls for a rollback.
 */
const measuredTrigger = z
  .strictObject({
    text,
    query,
    above: z.number(),
    below: z.number(),
    for: hold,
    unit: name,
  })
  .partial({ query: true, above: true, below: true, for: true, unit: true })
  .refine(
    value =>
      value.query === undefined ||
      value.above !== undefined ||
      value.below !== undefined,
    { message: 'either above or below is required with a query' },
  )
  .refine(value => value.above === undefined || value.below === undefined, {
    message: 'only one of above and below is allowed',
  })
  .refine(
    value =>
      value.query !== undefined ||
      [value.above, value.below, value.for, value.unit].every(
        each => each === undefined,
      ),
    { message: 'is required with above, below, for or unit', path: ['query'] },
  );

/** When to roll back: each as text, or as a measurement that can be evaluated. */
export const triggerList = list(z.union([text, measuredTrigger])).refine(
  triggers => triggers.filter(isMeasured).length <= MAX_MEASURED_TRIGGERS,
  `more than ${MAX_MEASURED_TRIGGERS} triggers with a query are not allowed`,
);

function isMeasured(trigger: string | { query?: string }): boolean {
  return typeof trigger === 'object' && trigger.query !== undefined;
}
