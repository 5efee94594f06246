/** Maps asynchronously, in order, with only a few under way at once. */
export async function mapFew<T, R>(
  items: readonly T[],
  few: number,
  map: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const entries = items.entries();
  const work = async () => {
    // All take from the same iterator.
    for (const [index, item] of entries) {
      results[index] = await map(item);
    }
  };
  await Promise.all(Array.from({ length: few }, work));
  return results;
}
