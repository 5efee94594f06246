/** `[start, end)` in milliseconds. */
export type Interval = { start: number; end: number };

export function byStart(a: Interval, b: Interval): number {
  return a.start - b.start || a.end - b.end;
}
