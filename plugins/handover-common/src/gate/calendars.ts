import { z } from 'zod/v4';
import { NonsenseError, linkSchema, parseWith, titled } from './nonsense';
import { windowSchema } from './schema';
import type { Calendar } from './types';

/** Most calendars that one source may give for an entity. */
export const MAX_CALENDARS = 100;
/** Most windows that the calendars of one source may have together. */
export const MAX_SOURCE_WINDOWS = 500;
/** Characters of the calendars of one source as JSON. */
const MAX_SIZE = 2_000_000;

const about = {
  id: titled(300),
  title: titled(300),
  level: z.enum(['organization', 'domain', 'system', 'entity']),
  version: z.string().max(300),
  link: linkSchema.optional(),
};
const readableSchema = z.strictObject({
  ...about,
  windows: z.array(windowSchema),
});
const failedSchema = z.strictObject({ ...about, error: titled(1000) });

/**
 * Checks the calendars that a source returned. Schedules are checked when a
 * decision needs them.
 *
 * @throws NonsenseError that names the path, but never the value
 *
 * @alpha
 */
export function parseCalendars(value: unknown): Calendar[] {
  assertCalendarLimits(value);
  const calendars = value.map((calendar, index) =>
    isObject(calendar) && 'error' in calendar
      ? parseWith(failedSchema, calendar, index)
      : parseWith(readableSchema, calendar, index),
  );
  assertUnique(
    calendars.map(({ id }) => id),
    index => `${index}.id`,
  );
  calendars.forEach((calendar, index) => {
    if ('windows' in calendar) {
      assertUnique(
        calendar.windows.map(({ id }) => id),
        position => `${index}.windows.${position}.id`,
      );
    }
  });
  if (JSON.stringify(calendars).length > MAX_SIZE) {
    throw new NonsenseError('', 'is too large');
  }
  return calendars;
}

/**
 * Checks how many calendars and windows a source returned, before anything is
 * looked at more closely.
 *
 * @throws NonsenseError if they are too many for one decision.
 *
 * @alpha
 */
export function assertCalendarLimits(
  value: unknown,
): asserts value is unknown[] {
  if (!Array.isArray(value)) {
    throw new NonsenseError('', 'is not a list of calendars');
  }
  if (value.length > MAX_CALENDARS) {
    throw new NonsenseError('', `has more than ${MAX_CALENDARS} calendars`);
  }
  const windows = value.flatMap(calendar =>
    isObject(calendar) && Array.isArray(calendar.windows)
      ? calendar.windows.length
      : 0,
  );
  if (windows.reduce((sum, count) => sum + count, 0) > MAX_SOURCE_WINDOWS) {
    throw new NonsenseError('', `has more than ${MAX_SOURCE_WINDOWS} windows`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function assertUnique(ids: string[], path: (index: number) => string): void {
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (repeated >= 0) {
    throw new NonsenseError(path(repeated), 'is used more than once');
  }
}
