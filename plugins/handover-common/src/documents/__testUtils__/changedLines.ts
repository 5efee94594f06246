import { isCollection, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { FieldChange } from '../changes/types';

/** Lines of a text: the first, and the one behind the last, counted from 0. */
export type Lines = { from: number; to: number };

const NONE: Lines = { from: 0, to: 0 };

/** Are all lines of an earlier text but some still the same, before and behind what changed? */
export function keepsOtherLines(
  before: string,
  after: string,
  { from, to }: Lines,
): boolean {
  const old = before.split('\n');
  const fresh = after.split('\n');
  if (to > from) {
    const behind = old.slice(to);
    return (
      fresh.length >= from + behind.length &&
      isSame(old.slice(0, from), fresh.slice(0, from)) &&
      isSame(behind, fresh.slice(fresh.length - behind.length))
    );
  }
  // Lines were added, in one place.
  const first = fresh.findIndex((line, index) => line !== old[index]);
  const added = fresh.length - old.length;
  return (
    added >= 0 && (first < 0 || isSame(old, fresh.toSpliced(first, added)))
  );
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index]);
}

/**
 * The lines that a change may touch: those of the field itself, and none where
 * something is added. What is empty, in flow style or an alias is one with the
 * field that holds it, and so is a collection that loses its last element.
 */
export function linesOfChange(text: string, change: FieldChange): Lines {
  const path = change.path as (string | number)[];
  const lineOf = (offset: number) =>
    text.slice(0, offset).split('\n').length - 1;

  const visit = (node: unknown, depth: number, own: Lines): Lines => {
    if (!isCollection(node) || node.flow || node.items.length === 0) {
      return own;
    }
    if (depth === path.length) {
      return change.kind === 'insert' ? NONE : own;
    }
    const isLast = depth === path.length - 1;
    if (isLast && change.kind === 'move') {
      return own;
    }
    if (isLast && change.kind === 'remove' && node.items.length === 1) {
      return own;
    }
    const segment = path[depth];
    if (isSeq(node)) {
      const item = node.items[Number(segment)];
      const [from] = rangeOf(item);
      const to = Math.max(from, endOf(text, item));
      const dash = text.lastIndexOf('-', from);
      return visit(item, depth + 1, {
        from: lineOf(dash),
        to: lineOf(to) + 1,
      });
    }
    const pair = isMap(node)
      ? node.items.find(
          ({ key }) => isScalar(key) && String(key.value ?? '') === segment,
        )
      : undefined;
    if (!isMap(node) || !pair) {
      return NONE;
    }
    const [from] = rangeOf(pair.key);
    const isBehindDash = /\S/.test(
      text.slice(text.lastIndexOf('\n', from - 1) + 1, from),
    );
    const next = node.items[node.items.indexOf(pair) + 1];
    const to =
      isLast && change.kind === 'remove' && isBehindDash
        ? // The next key takes its place behind the dash.
          rangeOf(next.key)[0]
        : endOf(text, hasText(pair.value) ? pair.value : pair.key);
    return visit(pair.value, depth + 1, {
      from: lineOf(from),
      to: lineOf(to) + 1,
    });
  };

  return visit(parseDocument(text).contents, 0, {
    from: 0,
    to: text.split('\n').length,
  });
}

/** Where a node ends, without comments and empty lines behind it. */
function endOf(text: string, node: unknown): number {
  if (isCollection(node) && !node.flow && node.items.length > 0) {
    const last: unknown = node.items.at(-1);
    const { key, value } = (isMap(node) ? last : { value: last }) as {
      key?: unknown;
      value: unknown;
    };
    return endOf(text, hasText(value) || !key ? value : key);
  }
  const [start, end] = rangeOf(node);
  return start + text.slice(start, end).trimEnd().length;
}

function hasText(node: unknown): boolean {
  const [start, end] = rangeOf(node);
  return end > start;
}

function rangeOf(node: unknown): readonly number[] {
  return (node as { range?: number[] | null } | null)?.range ?? [0, 0];
}
