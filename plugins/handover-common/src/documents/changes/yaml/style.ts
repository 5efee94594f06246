import { isCollection, isMap, isPair, isSeq, Scalar, visit } from 'yaml';
import { columnOf, isBlank, nextLine } from './lines';
import {
  contentEnd,
  dashOf,
  isBlockCollection,
  itemTokens,
  pairStart,
  rangeOf,
} from './nodes';
import type { YamlText } from './source';

/** How a text is written, so that new lines look like the others. */
export type Style = {
  /** Columns by which nested keys are indented. */
  indent: number;
  /** Are the dashes of a list indented below its key? */
  indentLists: boolean;
  /** Are texts that need quotes in single quotes? */
  singleQuotes: boolean;
  /** Do brackets and braces in flow style have blanks inside? */
  padFlow: boolean;
  /** Are the sections of the document separated by empty lines? */
  spaceSections: boolean;
};

/** Reads the style of a text from what it has most of. */
export function styleOf({ text, document }: YamlText): Style {
  const indents = new Map<number, number>();
  const lists = { indented: 0, flush: 0 };
  const quotes = { single: 0, double: 0 };
  const flow = { padded: 0, tight: 0 };
  visit(document, {
    Scalar(_, node) {
      quotes.single += Number(node.type === Scalar.QUOTE_SINGLE);
      quotes.double += Number(node.type === Scalar.QUOTE_DOUBLE);
    },
    Collection(_, node) {
      if (node.flow && node.items.length > 0) {
        const isPadded = text[rangeOf(node)[0] + 1] === ' ';
        flow[isPadded ? 'padded' : 'tight'] += 1;
      }
    },
    Pair(_, pair) {
      const column = columnOf(text, pairStart(pair));
      if (isMap(pair.value) && isBlockCollection(pair.value)) {
        const step = columnOf(text, rangeOf(pair.value)[0]) - column;
        indents.set(step, (indents.get(step) ?? 0) + 1);
      } else if (isSeq(pair.value) && isBlockCollection(pair.value)) {
        const isIndented =
          columnOf(text, dashOf(itemTokens(pair.value)[0])) > column;
        lists[isIndented ? 'indented' : 'flush'] += 1;
      }
    },
  });
  const [indent] = [...indents].sort((a, b) => b[1] - a[1])[0] ?? [2];
  return {
    indent: Math.max(indent, 1),
    indentLists: lists.indented >= lists.flush,
    singleQuotes: quotes.single > quotes.double,
    padFlow: flow.padded > flow.tight,
    spaceSections: areSectionsSpaced(text, document.contents),
  };
}

/** Is there an empty line in front of most of the collections at the root? */
function areSectionsSpaced(text: string, root: unknown): boolean {
  if (!isMap(root)) {
    return false;
  }
  const gaps = root.items.flatMap((pair, index) => {
    const previous = root.items[index - 1];
    if (!isPair(previous) || !isCollection(pair.value)) {
      return [];
    }
    const end = contentEnd(text, previous.value, 'content');
    return [hasEmptyLine(text, end, pairStart(pair))];
  });
  return gaps.filter(Boolean).length * 2 > gaps.length;
}

/** Is there an empty line between two offsets? */
export function hasEmptyLine(text: string, from: number, to: number): boolean {
  for (let start = nextLine(text, from); start < to; ) {
    const next = nextLine(text, start);
    if (isBlank(text, start, next)) {
      return true;
    }
    start = next;
  }
  return false;
}
