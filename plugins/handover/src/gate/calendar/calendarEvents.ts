import type { WindowOccurrence } from '@backstage-handover/plugin-handover-common';
import type { EventInput } from '@fullcalendar/react';
import type { Range } from './useOccurrences';

/** What an event of the calendar knows about the occurrence it shows. */
export type OccurrenceProps = {
  occurrence: WindowOccurrence;
  /** It comes several times a week, so it needs no attention. */
  isRoutine: boolean;
};

/** How often a routine window begins within a week, and again in another week. */
const ROUTINE = 3;

const HOUR_MS = 60 * 60 * 1000;
const WEEK_MS = 7 * 24 * HOUR_MS;

/** Date and time of an instant on the clocks of a zone. */
function wallTime(instant: string, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find(each => each.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    midnight:
      part('hour') === '00' &&
      part('minute') === '00' &&
      part('second') === '00',
  };
}

/** The windows that are routine, by calendar and window. */
function routineWindows(occurrences: readonly WindowOccurrence[]): Set<string> {
  const starts = new Map<string, number[]>();
  for (const each of occurrences) {
    const key = windowKey(each);
    starts.set(key, [...(starts.get(key) ?? []), Date.parse(each.start)]);
  }
  return new Set(
    [...starts].flatMap(([key, times]) => {
      times.sort((a, b) => a - b);
      const busy = times.filter(
        (time, index) => times[index + ROUTINE - 1] - time < WEEK_MS,
      );
      // A week in which the clocks change can be an hour shorter.
      const isRoutine = busy[busy.length - 1] - busy[0] >= WEEK_MS - HOUR_MS;
      return isRoutine ? [key] : [];
    }),
  );
}

function windowKey({ calendar, window }: WindowOccurrence): string {
  return JSON.stringify([calendar, window]);
}

/**
 * The range to read for a range that is shown. A single week can't tell a routine
 * window from a freeze of a few days, so the weeks around it are read too.
 */
export function rangeToRead({ from, to }: Range): Range {
  const fromMs = Date.parse(from);
  const toMs = Date.parse(to);
  return toMs - fromMs >= 2 * WEEK_MS - HOUR_MS
    ? { from, to }
    : {
        from: new Date(fromMs - WEEK_MS).toISOString(),
        to: new Date(toMs + WEEK_MS).toISOString(),
      };
}

/** The occurrences that are at least partly in a range. */
export function inRange(
  occurrences: readonly WindowOccurrence[],
  { from, to }: Range,
): WindowOccurrence[] {
  return occurrences.filter(
    ({ start, end }) =>
      Date.parse(start) < Date.parse(to) && Date.parse(end) > Date.parse(from),
  );
}

/** Whether a range covers the present. */
export function isPresent({ from, to }: Range, now: Date): boolean {
  const nowMs = now.getTime();
  return Date.parse(from) <= nowMs && nowMs < Date.parse(to);
}

/** What an agenda lists: if it covers the present, what is not over yet. */
export function agendaOf(
  occurrences: readonly WindowOccurrence[],
  { now, ...range }: Range & { now: Date },
): WindowOccurrence[] {
  return isPresent(range, now)
    ? occurrences.filter(({ end }) => Date.parse(end) > now.getTime())
    : [...occurrences];
}

/**
 * Occurrences as events of the calendar. One that runs from midnight to
 * midnight on the clocks that are shown is an event of whole days.
 */
export function toEvents(
  occurrences: readonly WindowOccurrence[],
  timeZone: string,
  /** Those that are shown; all unless given. */
  shown: readonly WindowOccurrence[] = occurrences,
): EventInput[] {
  const routine = routineWindows(occurrences);
  return shown.map(occurrence => {
    const { calendar, window, title, start, end } = occurrence;
    const from = wallTime(start, timeZone);
    const to = wallTime(end, timeZone);
    const allDay = from.midnight && to.midnight && from.date !== to.date;
    const extendedProps: OccurrenceProps = {
      occurrence,
      isRoutine: routine.has(windowKey(occurrence)),
    };
    return {
      id: `${calendar}/${window}/${start}`,
      title,
      allDay,
      start: allDay ? from.date : start,
      end: allDay ? to.date : end,
      extendedProps,
    };
  });
}

/** The zones a calendar can be read in: the viewer's first, then those of the windows. */
export function zonesOf(viewer: string, windows: string[]): string[] {
  return [...new Set([viewer, ...windows])];
}
