/** How much work an effort stands for, compared with the smallest. */
const EFFORT = { small: 1, medium: 2, large: 4 } as const;

/**
 * What decides when a check is best fixed. `rank` is the position of its level,
 * the lowest being 0.
 *
 * @alpha
 */
export type FixCost = {
  rank: number;
  weight: number;
  effort: keyof typeof EFFORT;
};

/**
 * Orders checks as they are best fixed: those of the lowest level first, and in
 * a level those that bring the most weight for their effort. Checks of several
 * scorecards are ordered together.
 *
 * @alpha
 */
export function compareFixOrder(a: FixCost, b: FixCost): number {
  return a.rank - b.rank || gainOf(b) - gainOf(a);
}

function gainOf({ weight, effort }: FixCost): number {
  return weight / EFFORT[effort];
}
