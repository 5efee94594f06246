import { matchesGlob } from './glob';
import type { ChangeKind, HandoverWindow } from './schema';
import type { Calendar, CalendarLevel } from './types';

const LEVELS: CalendarLevel[] = ['organization', 'domain', 'system', 'entity'];

/** Is a window about this environment? */
export function appliesToEnvironment(
  window: HandoverWindow,
  environment: string,
): boolean {
  return (
    window.environments === undefined ||
    window.environments.some(pattern => matchesGlob(pattern, environment))
  );
}

/** Is a window about this change in this environment? A rollback only where it is named. */
export function appliesTo(
  window: HandoverWindow,
  environment: string,
  change: ChangeKind,
): boolean {
  const changes = window.changes?.includes(change) ?? change !== 'rollback';
  return changes && appliesToEnvironment(window, environment);
}

/** From the organization to the entity, then by id; the order given does not matter. */
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

function sortedBy<T>(items: T[], keys: (item: T) => string[]): T[] {
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
