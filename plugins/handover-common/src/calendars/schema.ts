import { z } from 'zod/v4';
import {
  apiVersion,
  link,
  listOf,
  metadataFields,
} from '../definitions/fields';
import { MAX_WINDOW_ENVIRONMENTS } from '../documents/limits';
import { entityScopeSchema } from '../entities/scope';
import { windowSchema } from '../gate/schema';
import { MAX_CALENDAR_WINDOWS } from './limits';

/** A handover may have more environments in a window than its schema says. */
const window = windowSchema.refine(
  ({ environments = [] }) => environments.length <= MAX_WINDOW_ENVIRONMENTS,
  {
    path: ['environments'],
    message: `more than ${MAX_WINDOW_ENVIRONMENTS} environments are too many`,
  },
);

/**
 * The schema of a company calendar, `kind: Calendar`.
 *
 * @alpha
 */
export const calendarSchema = z.strictObject({
  apiVersion,
  kind: z.literal('Calendar'),
  metadata: z.strictObject({ ...metadataFields, link: link.optional() }),
  level: z
    .enum(['organization', 'domain', 'system'])
    .optional()
    .describe(
      'Where the calendar stands in the order of calendars. The default follows from the scope.',
    ),
  scope: entityScopeSchema.default({}),
  windows: listOf(window, MAX_CALENDAR_WINDOWS, 'windows'),
});

/**
 * A company calendar as it is written.
 *
 * @alpha
 */
export type CalendarInput = z.input<typeof calendarSchema>;

type Parsed = z.output<typeof calendarSchema>;

/**
 * A company calendar that can be used: windows, and the entities that they are
 * for.
 *
 * @alpha
 */
export type CalendarDefinition = Omit<Parsed, 'level'> & {
  level: NonNullable<Parsed['level']>;
};
