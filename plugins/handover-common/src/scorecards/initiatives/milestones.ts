import { addDays, daysBetween } from './days';

/**
 * Why owners are told of an initiative on a day.
 *
 * @alpha
 */
export type InitiativeMilestone =
  | 'start'
  | 'halfTime'
  | 'twoWeeks'
  | 'twoDays'
  | 'overdue';

/**
 * The milestone of an initiative on a day: its start, half time, two weeks and
 * two days before its last day, and each week after it. If several are on the
 * same day, it is the one that says most about the time left.
 *
 * @param options.announcedFrom - The first day on which owners can be told: an
 *   initiative that is published after its first day starts then.
 * @param day - A date in UTC, as all others.
 *
 * @alpha
 */
export function milestoneOn(
  day: string,
  {
    startsOn,
    endsOn,
    announcedFrom,
  }: { startsOn: string; endsOn: string; announcedFrom: string },
): InitiativeMilestone | undefined {
  const start = announcedFrom > startsOn ? announcedFrom : startsOn;
  if (day < start) {
    return undefined;
  }
  const left = daysBetween(day, endsOn);
  if (left < 0 && -left % 7 === 0) {
    return 'overdue';
  }
  if (day === start) {
    return 'start';
  }
  switch (left) {
    case 2:
      return 'twoDays';
    case 14:
      return 'twoWeeks';
    default:
      return day === halfTime(startsOn, endsOn) ? 'halfTime' : undefined;
  }
}

function halfTime(startsOn: string, endsOn: string): string {
  return addDays(startsOn, Math.floor(daysBetween(startsOn, endsOn) / 2));
}
