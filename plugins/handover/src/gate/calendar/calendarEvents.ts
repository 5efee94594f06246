import type { WindowOccurrence } from '@backstage-handover/plugin-handover-common';
import type { EventInput } from '@fullcalendar/react';

/** What an event of the calendar knows about the occurrence it shows. */
export type OccurrenceProps = { occurrence: WindowOccurrence };

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

/**
 * Occurrences as events of the calendar. One that runs from midnight to
 * midnight on the clocks that are shown is an event of whole days.
 */
export function toEvents(
  occurrences: WindowOccurrence[],
  timeZone: string,
): EventInput[] {
  return occurrences.map(occurrence => {
    const { calendar, window, title, start, end } = occurrence;
    const from = wallTime(start, timeZone);
    const to = wallTime(end, timeZone);
    const allDay = from.midnight && to.midnight && from.date !== to.date;
    const extendedProps: OccurrenceProps = { occurrence };
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
