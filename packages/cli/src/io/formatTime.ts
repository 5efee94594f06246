import { CommandError } from './CommandError';

/** Writes an RFC 3339 instant as a clock on the wall shows it. */
export type FormatTime = (instant: string) => string;

/**
 * `Mon 2026-11-30 09:00 +05:30`, in one zone for all, so that times can be
 * compared by eye. Throws a CommandError if there is no such zone.
 *
 * @param timeZone - IANA name; default the zone of the machine
 */
export function createTimeFormatter(timeZone?: string): FormatTime {
  const format = createFormat(timeZone);
  return instant => {
    const parts = new Map(
      format
        .formatToParts(new Date(instant))
        .map(({ type, value }) => [type, value]),
    );
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
    const date = [part('year'), part('month'), part('day')].join('-');
    // `GMT+05:30`, and `GMT` alone for UTC.
    const offset = part('timeZoneName').replace(/^GMT/, '') || '+00:00';
    return `${part('weekday')} ${date} ${part('hour')}:${part(
      'minute',
    )} ${offset}`;
  };
}

function createFormat(timeZone?: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    });
  } catch {
    throw new CommandError(`unknown time zone '${timeZone}'`, {
      hint: "Use an IANA name such as 'Europe/London'.",
    });
  }
}
