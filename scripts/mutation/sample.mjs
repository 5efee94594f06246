/** Random numbers from 0 to 1 that depend on the seed only (mulberry32). */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same items in an order that depends on the random numbers only. */
export function shuffled(items, random) {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}

/**
 * Draws from every group in proportion to its size. Each item is drawn with
 * the same probability, so the share found in the sample needs no weights.
 *
 * @param groups - For example, the mutants of each file.
 */
export function drawSample(groups, size, seed) {
  const random = createRandom(seed);
  const items = groups.flatMap(group => shuffled(group, random));
  if (size >= items.length) {
    return items;
  }
  const step = items.length / size;
  const first = random() * step;
  return Array.from(
    { length: size },
    (_, index) => items[Math.floor(first + index * step)],
  );
}

/** The 95 % interval of a share, after Wilson. */
export function interval(hits, total) {
  if (total === 0) {
    return [0, 1];
  }
  const z = 1.959964;
  const share = hits / total;
  const scale = 1 + (z * z) / total;
  const middle = (share + (z * z) / (2 * total)) / scale;
  const half =
    (z / scale) *
    Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
