import { isAlias, isCollection, isMap, isScalar, isSeq, Scalar } from 'yaml';
import type { CST, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';

/** How far the end of a block of text reaches: to its last line that says something, or to the end of its token. */
export type Ends = 'content' | 'token';

/** Is there text for a node? A key without a value has a node without text. */
export function hasText(node: unknown): node is Node & { range: number[] } {
  return rangeOf(node)[1] > rangeOf(node)[0];
}

/** Where the text of a node starts, without anchor and tag, and where it ends. */
export function rangeOf(node: unknown): [number, number] {
  const range =
    isScalar(node) || isCollection(node) || isAlias(node)
      ? node.range
      : undefined;
  return range ? [range[0], range[1]] : [0, 0];
}

export function isBlockScalar(node: unknown): node is Scalar {
  return (
    isScalar(node) &&
    (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED)
  );
}

/** A collection that is written with dashes or keys on lines of their own. */
export function isBlockCollection(node: unknown): node is YAMLMap | YAMLSeq {
  return isCollection(node) && !node.flow;
}

/** Where a key of a mapping starts. */
export function pairStart(pair: Pair): number {
  const start = pair.srcToken?.start.find(
    ({ type }) =>
      type === 'explicit-key-ind' || type === 'anchor' || type === 'tag',
  );
  return start?.offset ?? rangeOf(pair.key)[0];
}

/** The end of the colon of a pair, and of the anchor and tag behind it. */
export function pairIndicatorEnd(pair: Pair): number {
  return (
    indicatorEnd(pair.srcToken?.sep, 'map-value-ind') ?? rangeOf(pair.key)[1]
  );
}

/** The tokens of the elements of a list, one each. */
export function itemTokens(seq: YAMLSeq): CST.CollectionItem[] {
  const token = seq.srcToken;
  if (token?.type === 'block-seq') {
    // A comment behind the last element is an item of its own.
    return token.items.filter(({ start }) =>
      start.some(({ type }) => type === 'seq-item-ind'),
    );
  }
  if (token?.type === 'flow-collection') {
    return token.items.filter(({ key, sep, value }) => key || sep || value);
  }
  return [];
}

/** Where the dash of a list element is. */
export function dashOf(token: CST.CollectionItem): number {
  return token.start.find(({ type }) => type === 'seq-item-ind')?.offset ?? NaN;
}

/** The end of the dash of a list element, and of the anchor and tag behind it. */
export function dashEnd(token: CST.CollectionItem): number {
  return indicatorEnd(token.start, 'seq-item-ind') ?? NaN;
}

/** Where a list element in flow style starts, with its anchor and tag. */
export function flowItemStart(token: CST.CollectionItem, node: unknown) {
  const prop = token.start.find(
    ({ type }) => type === 'anchor' || type === 'tag',
  );
  return prop?.offset ?? rangeOf(node)[0];
}

function indicatorEnd(
  tokens: CST.SourceToken[] | undefined,
  indicator: CST.SourceToken['type'],
): number | undefined {
  const from = tokens?.findIndex(({ type }) => type === indicator) ?? -1;
  const last = tokens
    ?.slice(Math.max(from, 0))
    .findLast(
      ({ type }) => type === indicator || type === 'anchor' || type === 'tag',
    );
  return from < 0 || !last ? undefined : last.offset + last.source.length;
}

/** Where a node ends, without comments and empty lines behind it. */
export function contentEnd(text: string, node: unknown, ends: Ends): number {
  const [start, end] = rangeOf(node);
  if (isBlockScalar(node)) {
    return ends === 'token'
      ? end
      : start + text.slice(start, end).trimEnd().length;
  }
  if (!isBlockCollection(node)) {
    return end;
  }
  if (isMap(node)) {
    const last = node.items.at(-1);
    return last ? pairEnd(text, last, ends) : end;
  }
  return isSeq(node) && node.items.length > 0
    ? itemEnd(text, node, node.items.length - 1, ends)
    : end;
}

/** Where a pair ends, without comments and empty lines behind it. */
export function pairEnd(text: string, pair: Pair, ends: Ends): number {
  return hasText(pair.value)
    ? contentEnd(text, pair.value, ends)
    : pairIndicatorEnd(pair);
}

/** Where an element of a block list ends, without comments and empty lines behind it. */
export function itemEnd(
  text: string,
  seq: YAMLSeq,
  index: number,
  ends: Ends,
): number {
  const node = seq.items[index];
  return hasText(node)
    ? contentEnd(text, node, ends)
    : dashEnd(itemTokens(seq)[index]);
}
