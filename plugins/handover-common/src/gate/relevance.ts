import type { Environment } from '../environments/Environments';
import { EnvironmentPattern, PatternError } from '../environments/pattern';
import { ScheduleError } from './compile';
import type { ChangeKind, HandoverWindow } from './schema';
import type { Calendar, CalendarLevel } from './types';

const LEVELS: CalendarLevel[] = ['organization', 'domain', 'system', 'entity'];

/** Environments of a window that cannot be read: which of them, and why. */
class WindowEnvironmentsError extends Error {
  name = 'WindowEnvironmentsError';
}

/**
 * Whether a window applies to this environment, by any of its names.
 *
 * @throws WindowEnvironmentsError if it doesn't and one of its patterns can't
 *   be read
 */
export function appliesToEnvironment(
  window: HandoverWindow,
  { keys }: Environment,
): boolean {
  if (window.environments === undefined) {
    return true;
  }
  let unreadable: WindowEnvironmentsError | undefined;
  for (const [index, text] of window.environments.entries()) {
    try {
      const pattern = EnvironmentPattern.parse(text);
      if (keys.some(key => pattern.matches(key))) {
        return true;
      }
    } catch (error) {
      if (!(error instanceof PatternError)) {
        throw error;
      }
      unreadable ??= new WindowEnvironmentsError(
        `environments[${index}]: ${error.message}`,
      );
    }
  }
  if (unreadable) {
    throw unreadable;
  }
  return false;
}

/** The reason why a window can't be read. Rethrows any other error. */
export function whyUnreadable(error: unknown): string {
  if (error instanceof ScheduleError) {
    return `schedule.${error.path}: ${error.message}`;
  }
  if (error instanceof WindowEnvironmentsError) {
    return error.message;
  }
  throw error;
}

/**
 * Whether a list of changes includes this one. Without a list, all except
 * rollbacks.
 *
 * @alpha
 */
export function appliesToChange(
  changes: readonly ChangeKind[] | undefined,
  change: ChangeKind,
): boolean {
  return changes?.includes(change) ?? change !== 'rollback';
}

/** Is a window about this change in this environment? A rollback only where it is named. */
export function appliesTo(
  window: HandoverWindow,
  environment: Environment,
  change: ChangeKind,
): boolean {
  return (
    appliesToChange(window.changes, change) &&
    appliesToEnvironment(window, environment)
  );
}

/**
 * Sorts calendars from the organization to the entity, then by id.
 *
 * @alpha
 */
export function sortedCalendars(calendars: Calendar[]): Calendar[] {
  return sortedBy(calendars, calendar => [
    String(LEVELS.indexOf(calendar.level)),
    calendar.id,
    calendar.version,
  ]);
}

/** By id; the order given does not matter. */
export function sortedWindows(windows: HandoverWindow[]): HandoverWindow[] {
  return sortedBy(windows, window => [window.id]);
}

/** Sorts by the keys, and equal items by their content. */
export function sortedBy<T>(
  items: readonly T[],
  keys: (item: T) => string[],
): T[] {
  return items
    .map(item => ({ item, keys: keys(item) }))
    .sort((a, b) => {
      for (let i = 0; i < a.keys.length; i++) {
        if (a.keys[i] !== b.keys[i]) {
          return a.keys[i] < b.keys[i] ? -1 : 1;
        }
      }
      // Equal ids are an error elsewhere; content keeps their order apart here.
      const [left, right] = [JSON.stringify(a.item), JSON.stringify(b.item)];
      if (left === right) {
        return 0;
      }
      return left < right ? -1 : 1;
    })
    .map(({ item }) => item);
}
