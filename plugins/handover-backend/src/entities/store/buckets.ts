import { createHash } from 'node:crypto';
import type { BucketSum } from './EntityStore';

const BUCKETS = 1024;

/** The bucket that a reference belongs to, and its digest, a whole number below 2³¹. */
export function placeOf(entityRef: string): { bucket: number; digest: number } {
  const hash = createHash('sha256').update(entityRef).digest();
  return {
    bucket: hash.readUInt16BE(0) % BUCKETS,
    digest: hash.readUInt32BE(2) % 2 ** 31,
  };
}

/**
 * Sums up references in memory that does not grow with them. Two sets with equal
 * sums hold the same references; where sums differ, the references that differ
 * are in the buckets that differ.
 */
export class BucketSums {
  readonly #sums = new Map<number, BucketSum>();

  add(entityRef: string): void {
    const { bucket, digest } = placeOf(entityRef);
    const known = this.#sums.get(bucket);
    if (known) {
      known.count += 1;
      known.sum += digest;
    } else {
      this.#sums.set(bucket, { count: 1, sum: digest });
    }
  }

  /** The buckets of `stored` that differ from these. */
  differing(stored: ReadonlyMap<number, BucketSum>): number[] {
    return [...stored]
      .filter(([bucket, { count, sum }]) => {
        const seen = this.#sums.get(bucket);
        return seen?.count !== count || seen.sum !== sum;
      })
      .map(([bucket]) => bucket);
  }
}
