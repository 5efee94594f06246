import { HOUR, MINUTE } from './localTime';

/** Times of a day in milliseconds after midnight, ascending. */
export interface TimesOfDay {
  readonly length: number;
  at(index: number): number;
}

/** Every combination of hours, minutes and seconds; each list ascending. */
export function everyTime(
  hours: readonly number[],
  minutes: readonly number[],
  seconds: readonly number[] = [0],
): TimesOfDay {
  const inHour = minutes.length * seconds.length;
  return {
    length: hours.length * inHour,
    at(index) {
      const rest = index % inHour;
      return (
        hours[Math.floor(index / inHour)] * HOUR +
        minutes[Math.floor(rest / seconds.length)] * MINUTE +
        seconds[rest % seconds.length] * 1000
      );
    },
  };
}

/** The times at some indexes, ascending. */
export function chosenTimes(
  times: TimesOfDay,
  indexes: readonly number[],
): TimesOfDay {
  return { length: indexes.length, at: index => times.at(indexes[index]) };
}

/** How many times are before a limit. */
export function countBefore(times: TimesOfDay, limit: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times.at(middle) < limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
