/**
 * Times as a person on call reads them: 24 hours, always with the zone, and
 * no more of the date than is needed to tell the day.
 */

const DAY = 24 * 60 * 60 * 1000;

/** IANA name of the zone the browser runs in. */
export function viewerTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

// A locale only knows the abbreviations of its own region ("IST" in en-IN is
// "GMT+5:30" in en-US), so the English regions are asked in turn.
const ABBREVIATING_LOCALES = ['en-GB', 'en-US', 'en-IN', 'en-AU', 'en-IE'];

function shortNameIn(
  locale: string,
  timeZone: string,
  at: Date,
): string | undefined {
  return new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' })
    .formatToParts(at)
    .find(part => part.type === 'timeZoneName')?.value;
}

/** Short name of a zone at an instant: "IST", "GMT", or "GMT+10:30" if it has none. */
export function zoneShortName(
  timeZone: string,
  at: Date,
  locale: string,
): string {
  const own = shortNameIn(locale, timeZone, at) ?? timeZone;
  if (!/^(GMT|UTC)[+-]/.test(own)) {
    return own;
  }
  for (const candidate of ABBREVIATING_LOCALES) {
    const name = shortNameIn(candidate, timeZone, at);
    if (name && !/^(GMT|UTC)[+-]/.test(name)) {
      return name;
    }
  }
  return own;
}

/** The calendar day of an instant in a zone, as a key that compares equal for equal days. */
export function dayKey(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}

function clock(at: Date, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

function dayLabel(
  at: Date,
  timeZone: string,
  locale: string,
  now: Date,
): string {
  const near = Math.abs(at.getTime() - now.getTime()) < 6 * DAY;
  const sameYear =
    dayKey(at, timeZone).slice(0, 4) === dayKey(now, timeZone).slice(0, 4);
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    ...(!near && { day: 'numeric', month: 'short' }),
    ...(!sameYear && { year: 'numeric' }),
  }).format(at);
}

export type InstantFormat = {
  /** IANA name. */
  timeZone: string;
  locale: string;
  now: Date;
};

/** "Mon 09:00 IST"; with the date when it is more than six days away. */
export function formatInstant(
  instant: string | Date,
  { timeZone, locale, now }: InstantFormat,
): string {
  const at = new Date(instant);
  return [
    dayLabel(at, timeZone, locale, now),
    clock(at, timeZone, locale),
    zoneShortName(timeZone, at, locale),
  ].join(' ');
}

/** "Fri 18:00 – Mon 09:00 GMT"; the day is said once when both ends share it. */
export function formatInterval(
  start: string | Date,
  end: string | Date,
  { timeZone, locale, now }: InstantFormat,
): string {
  const from = new Date(start);
  const to = new Date(end);
  const fromZone = zoneShortName(timeZone, from, locale);
  const toZone = zoneShortName(timeZone, to, locale);
  const sameDay = dayKey(from, timeZone) === dayKey(to, timeZone);
  return [
    dayLabel(from, timeZone, locale, now),
    clock(from, timeZone, locale),
    // Across a change of the clocks both names are needed.
    ...(fromZone === toZone ? [] : [fromZone]),
    '–',
    ...(sameDay ? [] : [dayLabel(to, timeZone, locale, now)]),
    clock(to, timeZone, locale),
    toZone,
  ].join(' ');
}

/** "in 8 hours", "in 2 days": the distance in its largest sensible unit. */
export function formatDistance(
  instant: string | Date,
  { locale, now }: Pick<InstantFormat, 'locale' | 'now'>,
): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const size = Math.abs(seconds);
  if (size < 90 * 60) {
    return format.format(Math.round(seconds / 60), 'minute');
  }
  if (size < 36 * 3600) {
    return format.format(Math.round(seconds / 3600), 'hour');
  }
  return format.format(Math.round(seconds / 86400), 'day');
}

/** First day of the week where the locale is at home, 0 for Sunday. */
export function firstDayOfWeek(locale: string): number {
  const intlLocale: Intl.Locale & {
    getWeekInfo?(): { firstDay: number };
    weekInfo?: { firstDay: number };
  } = new Intl.Locale(locale);
  const info = intlLocale.getWeekInfo?.() ?? intlLocale.weekInfo;
  return (info?.firstDay ?? 1) % 7;
}
