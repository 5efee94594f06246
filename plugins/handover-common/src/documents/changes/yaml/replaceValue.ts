import { isScalar } from 'yaml';
import type { JsonValue } from '../../json';
import {
  beginsLine,
  isBlank,
  lineEnd,
  lineStart,
  nextLine,
  type Splice,
} from './lines';
import {
  contentEnd,
  hasText,
  isBlockCollection,
  isBlockScalar,
  rangeOf,
  type Ends,
} from './nodes';
import {
  renderBehindDash,
  renderBehindKey,
  renderJson,
  type Rendered,
} from './render';
import type { YamlText } from './source';
import type { Style } from './style';

/** How an edit is tried: in the style of the text, or in a way that always works. */
export type Manner = {
  ends: Ends;
  /** Write values as JSON on one line. */
  asJson: boolean;
};

/** The place of a value in block style, behind a colon or a dash. */
export type Slot = {
  behind: 'key' | 'dash';
  /** Column of the key or dash. */
  column: number;
  /** End of the colon or dash, and of the anchor and tag behind it. */
  after: number;
  /** The current node, if there is one. */
  node: unknown;
};

/**
 * What of a text belongs to a value: `head` stands on the line of the colon or
 * dash, as a rule, and `body` is whole lines below it.
 */
type Extent = { head: [number, number]; body: [number, number] };

/** Replaces a value in block style. Comments beside and around it stay. */
export function replaceValue(
  { text, eol }: YamlText,
  slot: Slot,
  value: JsonValue,
  style: Style,
  manner: Manner,
): Splice[] {
  const extent = extentOf(text, slot, manner.ends);
  const { inline, body } = render(slot, value, style, manner);
  const splices = [replaceHead(text, slot, extent.head, inline)];
  if (body.length > 0 || extent.body[1] > extent.body[0]) {
    splices.push({
      from: extent.body[0],
      to: extent.body[1],
      text: body.map(line => line + eol).join(''),
    });
  }
  return splices;
}

function render(
  { behind, column, node }: Slot,
  value: JsonValue,
  style: Style,
  { asJson }: Manner,
): Rendered {
  if (asJson) {
    return { inline: renderJson(value), body: [] };
  }
  const like =
    typeof value === 'string' && isScalar(node) && hasText(node)
      ? node
      : undefined;
  const write = behind === 'key' ? renderBehindKey : renderBehindDash;
  return write(value, column, style, like);
}

function extentOf(text: string, { after, node }: Slot, ends: Ends): Extent {
  if (!hasText(node)) {
    const below = nextLine(text, after);
    return { head: [after, after], body: [below, below] };
  }
  const [start, end] = rangeOf(node);
  if (isBlockScalar(node)) {
    const header = /^[^\s#]*/.exec(text.slice(start, end))?.[0].length ?? 0;
    const below = nextLine(text, start);
    const last = contentEnd(text, node, keepsBreaks(node) ? 'token' : ends);
    return {
      head: [start, start + header],
      body: [below, Math.max(below, nextLineAfter(text, last))],
    };
  }
  if (!isBlockCollection(node)) {
    const below = nextLine(text, end);
    return { head: [start, end], body: [below, below] };
  }
  const last = nextLineAfter(text, contentEnd(text, node, ends));
  if (beginsLine(text, start)) {
    return { head: [after, after], body: [lineStart(text, start), last] };
  }
  const below = nextLine(text, start);
  return {
    head: [start, lineEnd(text, start)],
    body: [below, Math.max(below, last)],
  };
}

/** The line after an offset, or the offset itself where it is the start of one. */
export function nextLineAfter(text: string, offset: number): number {
  return text[offset - 1] === '\n' ? offset : nextLine(text, offset);
}

/** Are the empty lines at the end of a block part of its text (`|+`)? */
function keepsBreaks(node: unknown): boolean {
  return isScalar(node) && /\n\n$/.test(String(node.value));
}

function replaceHead(
  text: string,
  { after }: Slot,
  [start, end]: [number, number],
  inline: string,
): Splice {
  if (inline !== '') {
    return {
      from: start,
      to: end,
      text: start === after ? ` ${inline}` : inline,
    };
  }
  const isAlone = isBlank(text, end, lineEnd(text, end));
  if (start > after && beginsLine(text, start)) {
    return isAlone
      ? { from: lineStart(text, start), to: nextLine(text, end), text: '' }
      : { from: start, to: end, text: '' };
  }
  return {
    from: start === end && !isAlone ? end : after,
    to: isAlone ? lineEnd(text, end) : end,
    text: '',
  };
}
