const DAY_MS = 86_400_000;

/** From one date to another, negative if the second is before the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
