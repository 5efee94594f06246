import { firstDayOf, monthOf } from './civil';

/**
 * A set of days, asked for month by month: bit `n` of the mask of a month is
 * set if its day `n + 1` belongs to the set. Months count from year 0.
 */
export interface DaySet {
  maskOf(month: number): number;
}

/** Questions go through the same few months several times. */
const MONTHS_KEPT = 16;

/** Keeps the masks of the last few months. */
export function keepMasks(set: DaySet): DaySet {
  const months: number[] = new Array(MONTHS_KEPT).fill(-1);
  const masks: number[] = new Array(MONTHS_KEPT).fill(0);
  return {
    maskOf(month) {
      const place = month & (MONTHS_KEPT - 1);
      if (months[place] !== month) {
        months[place] = month;
        masks[place] = set.maskOf(month);
      }
      return masks[place];
    },
  };
}

/** The days from `first` up to, but not including, `end`, as bits of a month. */
export function maskOfRange(
  first: number,
  end: number,
  month: { first: number; length: number },
): number {
  const low = Math.max(first - month.first, 0);
  const high = Math.min(end - month.first, month.length);
  return high > low ? (2 ** high - 2 ** low) | 0 : 0;
}

/** The days of a set in `[from, to)`, ascending. */
export function* daysIn(
  set: DaySet,
  from: number,
  to: number,
): Generator<number> {
  for (let month = monthOf(from); ; month++) {
    const first = firstDayOf(month);
    if (first >= to) {
      return;
    }
    for (let mask = set.maskOf(month); mask !== 0; mask &= mask - 1) {
      const day = first + lowestBit(mask);
      if (day >= to) {
        return;
      }
      if (day >= from) {
        yield day;
      }
    }
  }
}

/** The days of a set in `[from, to)`, descending. */
export function* daysBack(
  set: DaySet,
  from: number,
  to: number,
): Generator<number> {
  for (let month = monthOf(to - 1); ; month--) {
    const first = firstDayOf(month);
    let mask = set.maskOf(month);
    while (mask !== 0) {
      const bit = 31 - Math.clz32(mask);
      mask &= ~(1 << bit);
      const day = first + bit;
      if (day < from) {
        return;
      }
      if (day < to) {
        yield day;
      }
    }
    if (first <= from) {
      return;
    }
  }
}

/** How many days of a set are in `[from, to)`. */
export function countDaysIn(set: DaySet, from: number, to: number): number {
  let count = 0;
  for (let month = monthOf(from); ; month++) {
    const first = firstDayOf(month);
    if (first >= to) {
      return count;
    }
    count += countDays(
      set.maskOf(month) & maskOfRange(from, to, { first, length: 31 }),
    );
  }
}

/** How many days a mask has. */
export function countDays(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    count += 1;
  }
  return count;
}

function lowestBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}
