import type { WindowOccurrence } from '@backstage-handover/plugin-handover-common';
import { agendaOf, toEvents } from './calendarEvents';

const occurrence = (
  window: string,
  day: number,
  more: Partial<WindowOccurrence> = {},
): WindowOccurrence => ({
  window,
  title: window,
  effect: 'deny',
  calendar: 'orders',
  calendarTitle: 'Orders',
  start: `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`,
  end: `2026-11-${String(day).padStart(2, '0')}T18:00:00Z`,
  timeZone: 'UTC',
  ...more,
});
const ofDays = (window: string, ...days: number[]) =>
  days.map(day => occurrence(window, day));

describe('toEvents', () => {
  const routineOf = (occurrences: WindowOccurrence[]) =>
    new Set(
      toEvents(occurrences, 'UTC').flatMap(({ title, extendedProps }) =>
        extendedProps?.isRoutine ? [title] : [],
      ),
    );

  it('tells what is routine from what is exceptional', () => {
    expect(
      routineOf([
        ...ofDays('Working hours', 2, 3, 4, 9, 10, 11),
        // Every night of one week.
        ...ofDays('Migration', 16, 17, 18, 19, 20, 21, 22),
        // Every Monday, and for two days at the end of the month.
        ...ofDays('Settlement', 2, 9, 16, 23, 30),
        ...ofDays('Month-end freeze', 29, 30),
        ...ofDays('Three times, rarely', 1, 8, 15),
      ]),
    ).toEqual(new Set(['Working hours']));
  });

  it('does not count windows of other calendars with the same id', () => {
    const other = ofDays('Freeze', 4, 5).map(each => ({
      ...each,
      calendar: 'shop',
    }));
    expect(routineOf([...ofDays('Freeze', 2, 3), ...other])).toEqual(new Set());
  });

  it('decides by all occurrences, though only some are shown', () => {
    const all = ofDays('Working hours', 2, 3, 4, 9, 10, 11);
    const [event, ...others] = toEvents(all, 'UTC', all.slice(5));
    expect(event.extendedProps).toMatchObject({ isRoutine: true });
    expect(others).toEqual([]);
  });
});

describe('agendaOf', () => {
  const all = ofDays('Freeze', 2, 3, 4);
  const from = '2026-11-02T00:00:00Z';
  const to = '2026-11-16T00:00:00Z';
  const at = (now: string) =>
    agendaOf(all, { from, to, now: new Date(now) }).map(({ start }) => start);

  it('begins with what is under way', () => {
    expect(at('2026-11-03T12:00:00Z')).toEqual([all[1].start, all[2].start]);
    expect(at('2026-11-03T18:00:00Z')).toEqual([all[2].start]);
  });

  it('lists all of a time that is over, or is yet to come', () => {
    expect(at(to)).toHaveLength(3);
    expect(at('2026-11-01T23:59:59Z')).toHaveLength(3);
  });
});
