const HOUR_S = 3_600;

/** How long an override usually lasts, in seconds. */
const PRESETS = [HOUR_S, 2 * HOUR_S, 4 * HOUR_S];

/** The durations to choose from, in seconds: the usual ones, or the longest that is allowed. */
export function durationsWithin(maxSeconds: number): number[] {
  const allowed = PRESETS.filter(preset => preset <= maxSeconds);
  return allowed.length > 0 ? allowed : [maxSeconds];
}
