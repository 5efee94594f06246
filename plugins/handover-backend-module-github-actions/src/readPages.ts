/** The most that GitHub puts on a page. */
const MAX_PER_PAGE = 100;

/** One page of a list, the latest first. */
export type Page<T> = { items: T[]; hasNext: boolean };

/** Reads the pages of a list until there are enough items. */
export async function readPages<T extends { id: number }>(options: {
  limit: number;
  read: (request: { page: number; per_page: number }) => Promise<Page<T>>;
  /** What comes after one that is not wanted is not, either. */
  isWanted: (item: T) => boolean;
}): Promise<T[]> {
  const { limit, read, isWanted } = options;
  const per_page = Math.min(MAX_PER_PAGE, limit);
  // What is new meanwhile moves the last of a page to the next one.
  const found = new Map<number, T>();
  for (let page = 1; ; page++) {
    const before = found.size;
    const { items, hasNext } = await read({ page, per_page });
    for (const item of items) {
      if (found.size === limit || !isWanted(item)) {
        return [...found.values()];
      }
      found.set(item.id, item);
    }
    // A page without anything new would lead on for ever.
    if (!hasNext || found.size === before || found.size === limit) {
      return [...found.values()];
    }
  }
}
