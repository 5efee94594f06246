/** `[start, end)` in milliseconds. */
export type Interval = { start: number; end: number };

/** Intervals as two columns, sorted by start and then end, without duplicates. */
export type IntervalTable = { starts: Float64Array; ends: Float64Array };

/** Sorts intervals into a table. */
export function intervalTable(intervals: Interval[]): IntervalTable {
  const sorted = [...intervals]
    .sort(byStart)
    .filter(
      ({ start, end }, i, all) =>
        i === 0 || start !== all[i - 1].start || end !== all[i - 1].end,
    );
  return toTable(sorted);
}

/** What the intervals of a table cover together: those that overlap or touch become one. */
export function coverageOf({ starts, ends }: IntervalTable): IntervalTable {
  const merged: Interval[] = [];
  for (let i = 0; i < starts.length; i++) {
    const last = merged[merged.length - 1];
    if (last && starts[i] <= last.end) {
      last.end = Math.max(last.end, ends[i]);
    } else {
      merged.push({ start: starts[i], end: ends[i] });
    }
  }
  return toTable(merged);
}

/** Index of the last value that is not after the limit, or -1. */
export function lastAtOrBefore(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] <= limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

export function byStart(a: Interval, b: Interval): number {
  return a.start - b.start || a.end - b.end;
}

function toTable(intervals: Interval[]): IntervalTable {
  return {
    starts: Float64Array.from(intervals, interval => interval.start),
    ends: Float64Array.from(intervals, interval => interval.end),
  };
}
