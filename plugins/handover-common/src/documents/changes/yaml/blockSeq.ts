import type { YAMLSeq } from 'yaml';
import type { JsonValue } from '../../json';
import { endOfLines, startOfLines } from './blockMap';
import { beginsLine, columnOf, isBlank, lineStart, type Splice } from './lines';
import { dashEnd, dashOf, hasText, itemEnd, itemTokens } from './nodes';
import { renderItem, renderJson } from './render';
import { nextLineAfter, type Manner, type Slot } from './replaceValue';
import type { YamlText } from './source';
import { hasEmptyLine, type Style } from './style';

/** The place of a list element in block style. */
export function slotOfItem(
  { text }: YamlText,
  seq: YAMLSeq,
  index: number,
): Slot {
  const token = itemTokens(seq)[index];
  const node = seq.items[index];
  return {
    behind: 'dash',
    column: columnOf(text, dashOf(token)),
    after: dashEnd(token),
    node: hasText(node) ? node : undefined,
  };
}

/** Adds an element to a list in block style that has some. */
export function insertItem(
  source: YamlText,
  seq: YAMLSeq,
  { at, value }: { at: number; value: JsonValue },
  style: Style,
  manner: Manner,
): Splice {
  const { text, eol } = source;
  const first = dashOf(itemTokens(seq)[0]);
  const column = columnOf(text, first);
  const lines = manner.asJson
    ? [`${' '.repeat(column)}- ${renderJson(value)}`]
    : renderItem(value, column, style);
  const isSpaced = areItemsSpaced(text, seq);
  if (at > 0) {
    const from = endOfLines(
      text,
      itemEnd(text, seq, at - 1, manner.ends),
      column,
    );
    const fresh = [...(isSpaced ? [''] : []), ...lines];
    return { from, to: from, text: fresh.map(line => line + eol).join('') };
  }
  if (beginsLine(text, first)) {
    const from = startOfLines(text, first, column);
    const fresh = [...lines, ...(isSpaced ? [''] : [])];
    return { from, to: from, text: fresh.map(line => line + eol).join('') };
  }
  // The first element stands behind another dash: the new one takes its place.
  return {
    from: first,
    to: first,
    text: `${lines.join(eol).trimStart()}${eol}${' '.repeat(column)}`,
  };
}

/** Removes an element from a list in block style that has others. */
export function removeItem(
  { text }: YamlText,
  seq: YAMLSeq,
  index: number,
  { ends }: Manner,
): Splice {
  const tokens = itemTokens(seq);
  const start = dashOf(tokens[index]);
  const end = nextLineAfter(text, itemEnd(text, seq, index, ends));
  if (beginsLine(text, start)) {
    return { from: lineStart(text, start), to: end, text: '' };
  }
  const next = tokens[index + 1];
  const follower = next ? dashOf(next) : end;
  return {
    from: start,
    to: isBlank(text, end, follower) ? follower : end,
    text: '',
  };
}

/**
 * Moves an element of a list in block style, with the comments directly above
 * it. Its own lines stay as they are; empty lines between elements keep their
 * places.
 */
export function moveItem(
  { text, eol }: YamlText,
  seq: YAMLSeq,
  { from, to }: { from: number; to: number },
  { ends }: Manner,
): Splice {
  const dashes = itemTokens(seq).map(dashOf);
  const column = columnOf(text, dashes[0]);
  const chunks = dashes.map((dash, index) => {
    const start = beginsLine(text, dash)
      ? startOfLines(text, dash, column)
      : dash;
    const end = endOfLines(text, itemEnd(text, seq, index, ends), column);
    return { start, end };
  });
  const contents = chunks.map(({ start, end }) =>
    text.slice(start, end).trimStart(),
  );
  const gaps = chunks.map(({ end }, index) =>
    text.slice(end, chunks[index + 1]?.start ?? end),
  );
  const [moved] = contents.splice(from, 1);
  contents.splice(to, 0, moved);
  const isInline = !beginsLine(text, dashes[0]);
  return {
    from: chunks[0].start,
    to: chunks[chunks.length - 1].end,
    text: contents
      .map((content, index) => {
        const indent = index === 0 && isInline ? '' : ' '.repeat(column);
        const end = content.endsWith('\n') ? '' : eol;
        return indent + content + end + gaps[index];
      })
      .join(''),
  };
}

/** Is there an empty line between every two elements? */
function areItemsSpaced(text: string, seq: YAMLSeq): boolean {
  const dashes = itemTokens(seq).map(dashOf);
  return (
    dashes.length > 1 &&
    dashes
      .slice(1)
      .every((dash, index) =>
        hasEmptyLine(text, itemEnd(text, seq, index, 'content'), dash),
      )
  );
}
