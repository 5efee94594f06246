/** Rows removed in one statement, so that nobody waits long for a lock. */
const BATCH = 5_000;

/**
 * Removes rows until none are left that have to go.
 *
 * @param remove - removes at most that many rows and returns how many
 * @returns how many rows were removed
 */
export async function removeInBatches(
  remove: (limit: number) => Promise<number>,
): Promise<number> {
  let total = 0;
  for (;;) {
    const removed = await remove(BATCH);
    total += removed;
    if (removed < BATCH) {
      return total;
    }
  }
}
