import { LAST_YEAR, compileSchedule } from '../compile';
import type { CompiledSchedule } from '../compiled';
import { DAY, parseLocalTime } from '../localTime';
import { parseRecurrence } from '../recurrence';
import type { HandoverWindow } from '../schema';
import { formatInstant } from '../zone';
import { compareWindows } from './compareWindows';
import { cronSurprises } from './cronSurprises';
import { zoneChange } from './zoneChange';

/** No occurrence begins later. */
const NEVER = Date.UTC(LAST_YEAR + 1, 0, 2);

/**
 * Something about a window that is allowed, and probably not meant. The path is
 * relative to the window, such as `schedule.cron`.
 *
 * @alpha
 */
export type WindowWarning = {
  /** The position of the window in the list. */
  index: number;
  path: string;
  message: string;
};

/**
 * Finds what is probably a mistake in windows that are valid: those that have
 * ended, that never have an effect, that overlap themselves or leave a gap of up
 * to a minute, cron expressions that mean something else than they seem to, and
 * time zones whose rules change.
 *
 * Looks 400 days ahead. Takes a bounded time: what has too many occurrences isn't
 * compared.
 *
 * @param windows - Valid ones.
 * @param asOf - The time from which on windows matter, in milliseconds.
 *
 * @alpha
 */
export function lintWindows(
  windows: readonly HandoverWindow[],
  asOf: number,
): WindowWarning[] {
  const warnings: WindowWarning[] = [];
  const compiled = windows.map(({ schedule }) => compileSchedule(schedule));
  for (const [index, window] of windows.entries()) {
    const warn = (path: string, message: string) =>
      warnings.push({ index, path, message });
    if ('cron' in window.schedule) {
      for (const surprise of cronSurprises(window.schedule.cron)) {
        warn('schedule.cron', surprise);
      }
    }
    if (hasEnded(window, compiled[index], asOf)) {
      warn('schedule', `has ended before ${formatInstant(asOf)}`);
      continue;
    }
    const change = zoneChange(compiled[index].zone, asOf);
    if (change !== undefined) {
      warn('schedule.timeZone', change);
    }
  }
  return [...warnings, ...compareWindows(windows, compiled, asOf)].sort(
    (a, b) => a.index - b.index,
  );
}

/** Whether nothing comes any more. Only asked of schedules that have an end. */
function hasEnded(
  { schedule }: HandoverWindow,
  compiled: CompiledSchedule,
  asOf: number,
): boolean {
  const end = endOf(schedule);
  return (
    end !== undefined &&
    compiled.activeAt(asOf) === undefined &&
    compiled.nextStart(asOf, end) === undefined
  );
}

/** A time after which no occurrence begins. Undefined if there may be none. */
function endOf(schedule: HandoverWindow['schedule']): number | undefined {
  if ('end' in schedule) {
    return NEVER;
  }
  if (!('rrule' in schedule)) {
    return undefined;
  }
  const start = parseLocalTime(schedule.start)!.floating;
  const { until, count } = parseRecurrence(schedule.rrule, start);
  if (until && !schedule.rdates?.length) {
    // Local times differ from instants by less than two days.
    return (until.kind === 'utc' ? until.instant : until.floating) + 2 * DAY;
  }
  return count === undefined ? undefined : NEVER;
}
