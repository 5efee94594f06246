/**
 * A quantile by the nearest-rank method: the smallest sample that at least the
 * fraction `q` of all samples do not exceed.
 *
 * @param sorted - in ascending order, not empty
 * @param q - more than 0, at most 1
 */
export function quantile(sorted: ArrayLike<number>, q: number): number {
  if (sorted.length === 0) {
    throw new Error('A quantile of no samples does not exist');
  }
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
}

/** The quantile 0.5 of samples in any order. */
export function median(samples: readonly number[]): number {
  return quantile(
    [...samples].sort((a, b) => a - b),
    0.5,
  );
}
