import type { Pair, YAMLMap } from 'yaml';
import type { JsonValue } from '../../json';
import {
  beginsLine,
  columnOf,
  commentColumn,
  isBlank,
  lineEnd,
  lineStart,
  nextLine,
  type Splice,
} from './lines';
import { hasText, pairEnd, pairIndicatorEnd, pairStart } from './nodes';
import { renderJson, renderPair } from './render';
import { nextLineAfter, type Manner, type Slot } from './replaceValue';
import type { YamlText } from './source';
import type { Style } from './style';

/** The place of the value of a pair. */
export function slotOfPair({ text }: YamlText, pair: Pair): Slot {
  return {
    behind: 'key',
    column: columnOf(text, pairStart(pair)),
    after: pairIndicatorEnd(pair),
    node: hasText(pair.value) ? pair.value : undefined,
  };
}

/**
 * Adds a pair to a mapping in block style.
 *
 * @param predecessor - the pair that it stands below; without one it comes first
 * @param isSpaced - is there an empty line between pairs?
 */
export function insertPair(
  { text, eol }: YamlText,
  map: YAMLMap,
  pair: { key: string; value: JsonValue },
  options: {
    predecessor?: Pair;
    isSpaced: boolean;
    style: Style;
    manner: Manner;
  },
): Splice {
  const { isSpaced, style, manner } = options;
  const first = pairStart(map.items[0]);
  // Nothing is put in front of a key that stands behind a dash: its line stays.
  const predecessor =
    options.predecessor ?? (beginsLine(text, first) ? undefined : map.items[0]);
  const column = columnOf(text, first);
  const lines = manner.asJson
    ? [
        `${' '.repeat(column)}${renderJson(pair.key)}: ${renderJson(
          pair.value,
        )}`,
      ]
    : renderPair(pair.key, pair.value, column, style);
  if (predecessor) {
    const at = endOfLines(
      text,
      pairEnd(text, predecessor, manner.ends),
      column,
    );
    const fresh = [...(isSpaced ? [''] : []), ...lines];
    return { from: at, to: at, text: fresh.map(line => line + eol).join('') };
  }
  const at = startOfLines(text, first, column);
  const fresh = [...lines, ...(isSpaced ? [''] : [])];
  return { from: at, to: at, text: fresh.map(line => line + eol).join('') };
}

/** Removes a pair from a mapping in block style that has others. */
export function removePair(
  { text }: YamlText,
  map: YAMLMap,
  pair: Pair,
  { ends }: Manner,
): Splice {
  const start = pairStart(pair);
  const end = nextLineAfter(text, pairEnd(text, pair, ends));
  if (beginsLine(text, start)) {
    return { from: lineStart(text, start), to: end, text: '' };
  }
  // It stands behind a dash: the next pair takes its place.
  const next = map.items[map.items.indexOf(pair) + 1];
  const follower = next ? pairStart(next) : end;
  return isBlank(text, end, follower)
    ? { from: start, to: follower, text: '' }
    : { from: start, to: lineEnd(text, end - 1), text: '' };
}

/**
 * Where lines that stand below something go: behind its last line, and behind
 * the comments that are indented more than it, which belong to it.
 */
export function endOfLines(text: string, end: number, column: number): number {
  let result = nextLineAfter(text, end);
  for (let at = result; at < text.length; at = nextLine(text, at)) {
    const comment = commentColumn(text, at);
    if (comment !== undefined && comment > column) {
      result = nextLine(text, at);
    } else if (!isBlank(text, at, lineEnd(text, at))) {
      break;
    }
  }
  return result;
}

/** Where something starts with the comments directly above it. */
export function startOfLines(
  text: string,
  offset: number,
  column: number,
): number {
  let result = lineStart(text, offset);
  while (result > 0) {
    const above = lineStart(text, result - 1);
    if (commentColumn(text, above) !== column) {
      break;
    }
    result = above;
  }
  return result;
}
