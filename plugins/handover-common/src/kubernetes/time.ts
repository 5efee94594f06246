import type { Time } from './objects';

/** RFC 3339, or undefined if there is no valid time. */
export function toTime(time: Time | null | undefined): string | undefined {
  if (!time) {
    return undefined;
  }
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
