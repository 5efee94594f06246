type Ids = readonly string[];

/**
 * How many levels an entity moves up, or down if negative. 0 with another id if
 * a level is only called differently.
 *
 * Levels of the same id are the same, so that one more level below is no gain.
 * Without a common id, the places in the two scorecards count.
 *
 * @param ids - ids of the levels before and after a change, the lowest first
 */
export function levelSteps(
  before: string | undefined,
  after: string | undefined,
  ids: { before: Ids; after: Ids },
): number {
  if (before === after) {
    return 0;
  }
  const isIn = (id: string | undefined, levels: Ids) =>
    id === undefined || levels.includes(id);
  const rank = (id: string | undefined, levels: Ids) =>
    id === undefined ? -1 : levels.indexOf(id);
  const common = [ids.after, ids.before].find(
    levels => isIn(before, levels) && isIn(after, levels),
  );
  if (common) {
    return rank(after, common) - rank(before, common);
  }
  // Nobody knows how high it was: it is gone.
  return isIn(before, ids.before)
    ? rank(after, ids.after) - rank(before, ids.before)
    : -1;
}
