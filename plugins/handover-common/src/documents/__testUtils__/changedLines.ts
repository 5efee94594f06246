import { isCollection, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { FieldChange } from '../changes/types';

/** Lines of a text: the first, and the one behind the last, counted from 0. */
export type Lines = { from: number; to: number };

const NONE: Lines = { from: 0, to: 0 };

/** The lines of an earlier text that a later one does not have any more. */
export function replacedLines(before: string, after: string): Lines {
  const old = before.split('\n');
  const fresh = after.split('\n');
  const shorter = Math.min(old.length, fresh.length);
  let from = 0;
  while (from < shorter && old[from] === fresh[from]) {
    from += 1;
  }
  let behind = 0;
  while (
    behind < shorter - from &&
    old.at(-1 - behind) === fresh.at(-1 - behind)
  ) {
    behind += 1;
  }
  return { from, to: old.length - behind };
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
