import { deepEqual } from './deepEqual';
import { itemLabel, matchItems } from './matchItems';
import { formatPath, PathSegments } from './path';
import type { HandoverDocument } from './schema';
import type { SectionKey } from './sections';

/**
 * Where in a document something changed.
 *
 * @public
 */
export type ChangeBase = {
  /** The section, or `metadata`. */
  section: SectionKey | 'metadata';
  /** The path in the later document, or for `removed` in the earlier one. */
  path: string;
  /**
   * The parts of `path`. Indexes refer to the later document, except the last
   * index of a removed item, which refers to the earlier one.
   */
  segments: PathSegments;
  /** The label of the list item that changed. */
  item?: string;
};

/**
 * One difference between two documents. Values are plain JSON.
 *
 * @public
 */
export type DocumentChange = ChangeBase &
  (
    | { kind: 'added'; after: unknown }
    | { kind: 'removed'; before: unknown }
    | { kind: 'changed'; before: unknown; after: unknown }
    /**
     * A list item that moved relative to the others. Indexes in the earlier and
     * the later list.
     */
    | { kind: 'moved'; from: number; to: number }
  );

/**
 * Compares two documents by section and list item. Empty if their content is
 * the same. The order of keys doesn't matter.
 *
 * @alpha
 */
export function diffDocuments(
  before: HandoverDocument,
  after: HandoverDocument,
): DocumentChange[] {
  return diffValues(before, after, [], undefined);
}

function diffValues(
  before: unknown,
  after: unknown,
  segments: PathSegments,
  item: string | undefined,
): DocumentChange[] {
  if (deepEqual(before, after)) {
    return [];
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    return diffLists(before, after, segments, item);
  }
  if (isRecord(before) && isRecord(after)) {
    return diffRecords(before, after, segments, item);
  }
  return [{ kind: 'changed', ...place(segments, item), before, after }];
}

function diffRecords(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  segments: PathSegments,
  item: string | undefined,
): DocumentChange[] {
  // Maps, because an environment may have the name of what every object inherits.
  const old = new Map(Object.entries(before));
  const fresh = new Map(Object.entries(after));
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap(
    (key): DocumentChange[] => {
      const path = [...segments, key];
      const was = old.get(key);
      const is = fresh.get(key);
      if (was === undefined && is === undefined) {
        return [];
      }
      if (was === undefined) {
        return [{ kind: 'added', ...place(path, item), after: is }];
      }
      if (is === undefined) {
        return [{ kind: 'removed', ...place(path, item), before: was }];
      }
      return diffValues(was, is, path, item);
    },
  );
}

function diffLists(
  before: unknown[],
  after: unknown[],
  segments: PathSegments,
  item: string | undefined,
): DocumentChange[] {
  const pairs = matchItems(before, after);
  const stayed = new Set(
    longestIncreasing(pairs.map(pair => pair.before)).map(
      index => pairs[index],
    ),
  );
  const matchedBefore = new Set(pairs.map(pair => pair.before));
  const pairByAfter = new Map(pairs.map(pair => [pair.after, pair]));

  const removed = before.flatMap((value, index): DocumentChange[] =>
    matchedBefore.has(index)
      ? []
      : [
          {
            kind: 'removed',
            ...place([...segments, index], itemLabel(value) ?? item),
            before: value,
          },
        ],
  );
  const others = after.flatMap((value, index): DocumentChange[] => {
    const path = [...segments, index];
    const label = itemLabel(value) ?? item;
    const pair = pairByAfter.get(index);
    if (!pair) {
      return [{ kind: 'added', ...place(path, label), after: value }];
    }
    const moved: DocumentChange[] = stayed.has(pair)
      ? []
      : [
          {
            kind: 'moved',
            ...place(path, label),
            from: pair.before,
            to: index,
          },
        ];
    return [...moved, ...diffValues(before[pair.before], value, path, label)];
  });
  return [...removed, ...others];
}

function place(segments: PathSegments, item: string | undefined): ChangeBase {
  return {
    section: segments[0] as ChangeBase['section'],
    path: formatPath(segments),
    segments,
    ...(item === undefined ? {} : { item }),
  };
}

/** Indexes of a longest strictly increasing subsequence, in O(n log n). */
function longestIncreasing(numbers: readonly number[]): number[] {
  /** Index of the smallest last number of an increasing run of each length. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (numbers[ends[middle]] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  });
  const result: number[] = [];
  for (
    let index: number | undefined = ends[ends.length - 1];
    index !== undefined;
    index = previous[index]
  ) {
    result.unshift(index);
  }
  return result;
}

/**
 * Applies the result of `diffDocuments` to the earlier document, and returns
 * the later one.
 *
 * @throws TypeError if the changes are not of this document
 *
 * @alpha
 */
export function applyDiff(
  before: HandoverDocument,
  changes: readonly DocumentChange[],
): HandoverDocument {
  // The changes lead from one valid document to another.
  return applyAt(before, changes, 0) as HandoverDocument;
}

function applyAt(
  value: unknown,
  changes: readonly DocumentChange[],
  depth: number,
): unknown {
  if (changes.length === 0) {
    return value;
  }
  const whole = changes.find(
    change => change.kind === 'changed' && change.segments.length === depth,
  );
  if (whole?.kind === 'changed') {
    return whole.after;
  }
  if (Array.isArray(value)) {
    return applyToList(value, changes, depth);
  }
  if (isRecord(value)) {
    return applyToRecord(value, changes, depth);
  }
  throw new TypeError(
    `The changes do not fit the document: nothing at '${formatPath(
      changes[0].segments.slice(0, depth),
    )}'`,
  );
}

function applyToRecord(
  value: Record<string, unknown>,
  changes: readonly DocumentChange[],
  depth: number,
): Record<string, unknown> {
  const result = { ...value };
  for (const [key, group] of groupBySegment(changes, depth)) {
    const [first] = group;
    const isOwn = first.segments.length === depth + 1;
    if (isOwn && first.kind === 'added') {
      result[key] = first.after;
    } else if (isOwn && first.kind === 'removed') {
      delete result[key];
    } else {
      result[key] = applyAt(result[key], group, depth + 1);
    }
  }
  return result;
}

function applyToList(
  value: readonly unknown[],
  changes: readonly DocumentChange[],
  depth: number,
): unknown[] {
  const own = changes.filter(change => change.segments.length === depth + 1);
  const gone = new Set<number>();
  const placed = new Map<number, unknown>();
  let added = 0;
  let removed = 0;
  for (const change of own) {
    const index = Number(change.segments[depth]);
    if (change.kind === 'removed') {
      gone.add(index);
      removed += 1;
    } else if (change.kind === 'added') {
      placed.set(index, change.after);
      added += 1;
    } else if (change.kind === 'moved') {
      gone.add(change.from);
      placed.set(change.to, value[change.from]);
    }
  }
  // What is neither new nor moved keeps its order in the places that are left.
  const rest = value.filter((_, index) => !gone.has(index)).values();
  const result = Array.from(
    { length: value.length + added - removed },
    (_, index) => (placed.has(index) ? placed.get(index) : rest.next().value),
  );

  const inside = changes.filter(
    change => change.kind === 'changed' || change.segments.length > depth + 1,
  );
  for (const [index, group] of groupBySegment(inside, depth)) {
    result[Number(index)] = applyAt(result[Number(index)], group, depth + 1);
  }
  return result;
}

function groupBySegment(
  changes: readonly DocumentChange[],
  depth: number,
): Map<string, DocumentChange[]> {
  const groups = new Map<string, DocumentChange[]>();
  for (const change of changes) {
    const key = String(change.segments[depth]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return groups;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
