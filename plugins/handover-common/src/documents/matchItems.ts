import { canonical } from './deepEqual';

/** The same list element before and after, by its indexes. */
export type Pair = { before: number; after: number };

/** Fields that tell list elements apart when they have no id, the most telling first. */
const NATURAL_KEYS = [
  'entityRef',
  'name',
  'symptom',
  'what',
  'topic',
  'who',
  'title',
  'do',
  'goal',
  'text',
] as const;

/** Elements with at least so many words in common, of all their words, are the same one edited. */
const SIMILAR = 0.5;

/** Beyond so many comparisons, similar elements are not looked for. */
const MAX_COMPARISONS = 100_000;

/** What people call a list element: the value of its natural key, its text, or its id. */
export function itemLabel(value: unknown): string | undefined {
  return naturalName(value) ?? idOf(value);
}

function naturalName(value: unknown): string | undefined {
  if (typeof value === 'string') {
    return value;
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const fields = new Map(Object.entries(value));
  for (const key of NATURAL_KEYS) {
    const label: unknown = fields.get(key);
    if (typeof label === 'string') {
      return label;
    }
  }
  return undefined;
}

/** The stable name of a list element, if it has one. */
function idOf(value: unknown): string | undefined {
  const id =
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'id')
      ? Reflect.get(value, 'id')
      : undefined;
  return typeof id === 'string' ? id : undefined;
}

/**
 * Finds which elements of two lists are the same: those with the same id, then
 * those that are equal, then those with the same natural key, then those whose
 * words are mostly the same. Elements with different ids are never the same,
 * whatever else they have in common. Pairs come in the order of the later list.
 */
export function matchItems(
  before: readonly unknown[],
  after: readonly unknown[],
): Pair[] {
  const pairs: Pair[] = [];
  const restBefore = new Set(before.keys());
  const restAfter = new Set(after.keys());
  const pair = (indexBefore: number, indexAfter: number) => {
    pairs.push({ before: indexBefore, after: indexAfter });
    restBefore.delete(indexBefore);
    restAfter.delete(indexAfter);
  };

  for (const keyOf of [idOf, canonical, naturalKey]) {
    const byKey = new Map<string, number[]>();
    for (const index of restBefore) {
      const key = keyOf(before[index]);
      if (key !== undefined) {
        byKey.set(key, [...(byKey.get(key) ?? []), index]);
      }
    }
    for (const index of [...restAfter]) {
      const key = keyOf(after[index]);
      const candidates = key === undefined ? [] : byKey.get(key) ?? [];
      const at = candidates.findIndex(candidate =>
        mayBeSame(before[candidate], after[index]),
      );
      if (at >= 0) {
        pair(candidates.splice(at, 1)[0], index);
      }
    }
  }

  if (restBefore.size * restAfter.size <= MAX_COMPARISONS) {
    matchSimilar(before, after, restBefore, restAfter, pair);
  }
  return pairs.sort((a, b) => a.after - b.after);
}

function matchSimilar(
  before: readonly unknown[],
  after: readonly unknown[],
  restBefore: ReadonlySet<number>,
  restAfter: ReadonlySet<number>,
  pair: (indexBefore: number, indexAfter: number) => void,
) {
  const words = (list: readonly unknown[], indexes: ReadonlySet<number>) =>
    [...indexes].map(index => ({ index, words: wordsOf(list[index]) }));
  const candidates = words(after, restAfter);
  words(before, restBefore)
    .flatMap(one =>
      candidates.map(other => ({
        one: one.index,
        other: other.index,
        score: similarity(one.words, other.words),
      })),
    )
    .filter(
      ({ one, other, score }) =>
        score >= SIMILAR && mayBeSame(before[one], after[other]),
    )
    .sort((a, b) => b.score - a.score)
    .forEach(({ one, other }) => {
      if (restBefore.has(one) && restAfter.has(other)) {
        pair(one, other);
      }
    });
}

/** An item keeps its id. Items without an id before or after can still be the same. */
function mayBeSame(before: unknown, after: unknown): boolean {
  const id = idOf(before);
  const other = idOf(after);
  return id === undefined || other === undefined || id === other;
}

function naturalKey(value: unknown): string | undefined {
  return naturalName(value)?.trim().toLowerCase();
}

function wordsOf(value: unknown): Set<string> {
  const texts: string[] = [];
  const visit = (each: unknown) => {
    if (typeof each === 'object' && each !== null) {
      Object.values(each).forEach(visit);
    } else {
      texts.push(String(each));
    }
  };
  visit(value);
  return new Set(
    texts
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

/** Dice's coefficient: 1 for the same words, 0 for none in common. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const total = a.size + b.size;
  if (total === 0) {
    return 0;
  }
  let common = 0;
  for (const word of a) {
    common += b.has(word) ? 1 : 0;
  }
  return (2 * common) / total;
}
