import { isJsonObject, type JsonValue } from '../json';
import { matchItems } from '../matchItems';
import type { PathSegments } from '../path';
import { valueAt } from './resolvePath';
import { sameContent } from './sameContent';

/** A change with a plain path that affects as little of the text as possible. */
export type Edit =
  | { kind: 'set'; path: PathSegments; value: JsonValue }
  | { kind: 'remove'; path: PathSegments }
  | { kind: 'insert'; path: PathSegments; value: JsonValue; at: number }
  | { kind: 'move'; path: PathSegments; to: number };

/** With more edits than this, the whole value is replaced. */
const MAX_EDITS = 100;

/**
 * The smallest edits that change the value at a path to another one, so that
 * the lines, comments and style of everything else survive.
 */
export function decompose(
  root: JsonValue,
  path: PathSegments,
  after: JsonValue,
): Edit[] {
  const edits = editsAt(valueAt(root, path), after, path);
  return edits.length > MAX_EDITS
    ? [{ kind: 'set', path, value: after }]
    : edits;
}

function editsAt(
  before: JsonValue | undefined,
  after: JsonValue,
  path: PathSegments,
): Edit[] {
  if (sameContent(before, after)) {
    return [];
  }
  if (isJsonObject(before) && isJsonObject(after)) {
    return editsOfMapping(before, after, path);
  }
  if (
    Array.isArray(before) &&
    Array.isArray(after) &&
    before.length > 0 &&
    after.length > 0
  ) {
    return editsOfList(before, after, path);
  }
  return [{ kind: 'set', path, value: after }];
}

function editsOfMapping(
  before: { [key: string]: JsonValue },
  after: { [key: string]: JsonValue },
  path: PathSegments,
): Edit[] {
  const gone = Object.keys(before).filter(key => !Object.hasOwn(after, key));
  const kept = Object.keys(before).length - gone.length;
  if (kept === 0) {
    return [{ kind: 'set', path, value: after }];
  }
  return [
    ...Object.entries(after).flatMap(([key, value]) =>
      editsAt(Object.hasOwn(before, key) ? before[key] : undefined, value, [
        ...path,
        key,
      ]),
    ),
    ...gone.map((key): Edit => ({ kind: 'remove', path: [...path, key] })),
  ];
}

function editsOfList(
  before: JsonValue[],
  after: JsonValue[],
  path: PathSegments,
): Edit[] {
  const pairs = matchItems(before, after);
  if (pairs.length === 0) {
    return [{ kind: 'set', path, value: after }];
  }
  const kept = new Set(pairs.map(pair => pair.before));
  const edits: Edit[] = [];
  // The indexes in `before` of what is in the list, in its present order.
  const present = [...before.keys()].filter(index => kept.has(index));
  for (const index of [...before.keys()].reverse()) {
    if (!kept.has(index)) {
      edits.push({ kind: 'remove', path: [...path, index] });
    }
  }
  const counterparts = new Map(pairs.map(pair => [pair.after, pair.before]));
  after.forEach((value, index) => {
    const counterpart = counterparts.get(index);
    if (counterpart === undefined) {
      edits.push({ kind: 'insert', path, value, at: index });
      present.splice(index, 0, -1);
      return;
    }
    const from = present.indexOf(counterpart);
    if (from !== index) {
      edits.push({ kind: 'move', path: [...path, from], to: index });
      present.splice(index, 0, ...present.splice(from, 1));
    }
    edits.push(...editsAt(before[counterpart], value, [...path, index]));
  });
  return edits;
}
