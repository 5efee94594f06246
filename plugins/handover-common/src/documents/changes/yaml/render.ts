import { Document, Scalar, visit } from 'yaml';
import type { JsonValue } from '../../json';
import { withoutBreaks } from '../sameContent';
import type { Style } from './style';

/**
 * How a value is written: what stands behind the colon or dash, and the lines
 * below it, already indented.
 */
export type Rendered = { inline: string; body: string[] };

/** Where prose that was folded is folded again. */
const FOLD_WIDTH = 80;

/** Plain texts that YAML 1.1 readers take for something else. */
const MISREAD = /^(y|yes|n|no|on|off|[-+]?\d+(:[0-5]?\d)+(\.\d*)?)$/i;

/** The lines of a key with its value, indented. */
export function renderPair(
  key: string,
  value: JsonValue,
  column: number,
  style: Style,
): string[] {
  return indented(toLines({ [key]: value }, style), column);
}

/** The lines of a list element, indented. */
export function renderItem(
  value: JsonValue,
  column: number,
  style: Style,
): string[] {
  return indented(toLines([value], style), column);
}

/** A value that stands behind a key. `like` is the scalar that it replaces. */
export function renderBehindKey(
  value: JsonValue,
  column: number,
  style: Style,
  like?: Scalar,
): Rendered {
  const [first, ...rest] = toLines({ k: value }, style, like);
  return { inline: first.slice(2).trim(), body: indented(rest, column) };
}

/** A value that stands behind a dash. `like` is the scalar that it replaces. */
export function renderBehindDash(
  value: JsonValue,
  column: number,
  style: Style,
  like?: Scalar,
): Rendered {
  const [first, ...rest] = toLines([value], style, like);
  return { inline: first.slice(1).trim(), body: indented(rest, column) };
}

/** A value on one line, as it can stand inside brackets and braces. */
export function renderFlow(
  value: JsonValue,
  style: Style,
  like?: Scalar,
): string {
  const document = new Document([value], { aliasDuplicateObjects: false });
  visit(document, {
    Collection(_, node) {
      node.flow = true;
    },
    Scalar(_, node) {
      if (typeof node.value === 'string') {
        node.type = isMultiline(node.value)
          ? Scalar.QUOTE_DOUBLE
          : typeOfLine(node.value, style, like);
      }
    },
  });
  const text = document.toString({
    lineWidth: 0,
    flowCollectionPadding: style.padFlow,
    singleQuote: style.singleQuotes || null,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  return text.trim().slice(1, -1).trim();
}

/** A pair on one line, as it can stand inside braces. */
export function renderFlowPair(
  key: string,
  value: JsonValue,
  style: Style,
): string {
  return renderFlow({ [key]: value }, style)
    .slice(1, -1)
    .trim();
}

/** A value as JSON, which YAML 1.2 reads wherever a value can stand. */
export function renderJson(value: JsonValue): string {
  // JSON leaves these as they are; YAML 1.2 §5.1 does not print them.
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function toLines(content: unknown, style: Style, like?: Scalar): string[] {
  const document = new Document(content, { aliasDuplicateObjects: false });
  const isFolded = like !== undefined && wasFolded(like);
  visit(document, {
    Scalar(key, node) {
      if (typeof node.value === 'string') {
        chooseStyle(node, style, key === 'key' ? undefined : like);
      }
    },
  });
  const lines = document
    .toString({
      indent: style.indent,
      indentSeq: style.indentLists,
      lineWidth: isFolded ? FOLD_WIDTH : 0,
      singleQuote: style.singleQuotes || null,
      doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    })
    .split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function wasFolded({ type, srcToken }: Scalar): boolean {
  return (
    type === Scalar.BLOCK_FOLDED ||
    // The token has the line breaks; the scalar's own source has blanks instead.
    (srcToken?.type === 'scalar' && srcToken.source.includes('\n'))
  );
}

function chooseStyle(node: Scalar, style: Style, like: Scalar | undefined) {
  const value = String(node.value);
  const text = withoutBreaks(value);
  const isBlock =
    like?.type === Scalar.BLOCK_LITERAL || like?.type === Scalar.BLOCK_FOLDED;
  if (text.trim() !== '' && (isBlock || isMultiline(value))) {
    // A block says the same as its text, whether or not it ends with a break.
    const strips = isBlock && !/\n$/.test(String(like?.value));
    node.value = strips ? text : `${text}\n`;
    node.type = isBlock ? like.type : Scalar.BLOCK_LITERAL;
    return;
  }
  node.type = isMultiline(value)
    ? Scalar.QUOTE_DOUBLE
    : typeOfLine(value, style, like);
}

/** The style of a text on one line: that of the text it replaces, as far as it can be. */
function typeOfLine(
  value: string,
  style: Style,
  like: Scalar | undefined,
): Scalar.Type {
  if (
    like?.type === Scalar.QUOTE_DOUBLE ||
    like?.type === Scalar.QUOTE_SINGLE
  ) {
    return like.type;
  }
  if (MISREAD.test(value)) {
    return style.singleQuotes ? Scalar.QUOTE_SINGLE : Scalar.QUOTE_DOUBLE;
  }
  return Scalar.PLAIN;
}

function isMultiline(value: string): boolean {
  return value.includes('\n');
}

function indented(lines: readonly string[], column: number): string[] {
  const indent = ' '.repeat(column);
  return lines.map(line => (line === '' ? '' : indent + line));
}
