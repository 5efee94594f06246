import { addDays } from './days';
import type { InitiativeDay, InitiativeForecast } from './types';

/** The pace is that of so many days. */
const WINDOW_DAYS = 28;

/** With fewer days, one busy day decides everything. */
const MIN_DAYS = 7;

/** Nobody plans further ahead. */
const MAX_DAYS = 3_660;

/**
 * When the rest is reached at the pace of the last four weeks.
 *
 * @param days - One entry for each day, the last one today.
 *
 * @alpha
 */
export function forecastOf(
  days: readonly InitiativeDay[],
  { endsOn }: { endsOn: string },
): InitiativeForecast {
  const last = days.at(-1);
  if (!last) {
    return { kind: 'tooEarly' };
  }
  const left = last.open + last.unknown;
  if (left === 0) {
    return last.reached > 0 ? { kind: 'reached' } : { kind: 'tooEarly' };
  }
  const window = days.slice(-(WINDOW_DAYS + 1));
  const elapsed = window.length - 1;
  if (elapsed < MIN_DAYS) {
    return { kind: 'tooEarly' };
  }
  const gained = last.reached - window[0].reached;
  const needed = Math.ceil((left * elapsed) / gained);
  if (gained <= 0 || needed > MAX_DAYS) {
    return { kind: 'noProgress' };
  }
  const day = addDays(last.day, needed);
  return { kind: 'date', day, isInTime: day <= endsOn };
}
