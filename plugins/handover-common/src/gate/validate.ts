import { ScheduleError, compileSchedule } from './compile';
import { daysIn } from './daySet';
import { parseLocalTime } from './localTime';
import { parseCron } from './cron';
import { YEARS_TO_FIRST, firstStart, parseRecurrence } from './recurrence';
import type { HandoverWindow, Schedule } from './schema';
import { Zone } from './zone';

/**
 * A problem of a schedule. The path is relative to the schedule, such as
 * `rrule`.
 *
 * @alpha
 */
export type ScheduleProblem = { path: string; message: string };

/**
 * Finds problems of a schedule that its schema doesn't check. Takes a bounded
 * time for any rule.
 *
 * @alpha
 */
export function validateSchedule(schedule: Schedule): ScheduleProblem[] {
  try {
    compileSchedule(schedule);
  } catch (error) {
    if (error instanceof ScheduleError) {
      return [{ path: error.path, message: error.message }];
    }
    throw error;
  }
  if ('rrule' in schedule) {
    return recurrenceProblems(schedule);
  }
  if ('cron' in schedule && !cronOccurs(schedule.cron)) {
    return [{ path: 'cron', message: `'${schedule.cron}' never occurs` }];
  }
  return [];
}

/**
 * The same for a window's `schedule`, with paths from the window.
 *
 * @alpha
 */
export function validateWindow(window: HandoverWindow): ScheduleProblem[] {
  return validateSchedule(window.schedule).map(({ path, message }) => ({
    path: `schedule.${path}`,
    message,
  }));
}

function recurrenceProblems(
  schedule: Extract<Schedule, { rrule: string }>,
): ScheduleProblem[] {
  const start = parseLocalTime(schedule.start)!.floating;
  const recurrence = parseRecurrence(schedule.rrule, start);
  const { until } = recurrence;
  const first = firstStart(recurrence);
  if (first === undefined) {
    return [
      {
        path: 'rrule',
        message: `'${schedule.rrule}' has no occurrence within ${YEARS_TO_FIRST} years of ${schedule.start}`,
      },
    ];
  }
  const zone = Zone.of(schedule.timeZone);
  const isBefore = (floating: number) =>
    until?.kind === 'utc'
      ? until.instant < zone.toInstant(floating)
      : until !== undefined && until.floating < floating;
  if (isBefore(start)) {
    return [
      {
        path: 'rrule',
        message: `UNTIL is before the start ${schedule.start}`,
      },
    ];
  }
  // Without an occurrence of the rule, those of `rdates` are left.
  if (isBefore(first) && !schedule.rdates?.length) {
    return [{ path: 'rrule', message: `UNTIL is before the first occurrence` }];
  }
  return [];
}

function cronOccurs(expression: string): boolean {
  // 29 February on a given weekday comes at least once in 40 years.
  const { days } = parseCron(expression);
  for (const _ of daysIn(days, 0, 41 * 366)) {
    return true;
  }
  return false;
}
