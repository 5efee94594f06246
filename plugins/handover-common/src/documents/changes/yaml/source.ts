import { InputError } from '@backstage/errors';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import type { JsonValue } from '../../json';
import type { Problem } from '../../types';
import { readYaml } from '../../yaml';

/** A YAML text with its syntax tree. */
export type YamlText = {
  /** Without byte order mark, and with a line break at its end. */
  text: string;
  document: Document.Parsed;
  /** The line break that the text uses. */
  eol: '\n' | '\r\n';
};

/** A document that can be edited: its text, what it says, and its syntax tree. */
export type Editable = YamlText & { value: JsonValue };

/** Turns a text into one that can be edited, and back into what it was like. */
export type Frame = {
  /** Without byte order mark, and with a line break at its end. */
  open(original: string): string;
  close(text: string): string;
};

const BOM = '\uFEFF';

/** What a text has around its lines. */
export function frameOf(original: string): Frame {
  const bom = original.startsWith(BOM) ? BOM : '';
  const isClosed = original.endsWith('\n');
  const eol = eolOf(original);
  return {
    open: text => text.slice(bom.length) + (isClosed ? '' : eol),
    close: text =>
      bom +
      (isClosed || !text.endsWith(eol) ? text : text.slice(0, -eol.length)),
  };
}

/**
 * Reads a text that is to be edited, or that was.
 *
 * @throws InputError if it cannot be read, or holds what a handover may not hold
 */
export function readEditable(original: string, frame: Frame): Editable {
  const { value, problems, document } = readYaml(original, {
    keepTokens: true,
  });
  const [problem] = problems;
  if (value === undefined || !document || problem) {
    throw new InputError(`The document is not valid: ${placed(problem)}`);
  }
  const text = frame.open(original);
  // Without its last line break, the last token would end elsewhere.
  const closed = original.endsWith('\n')
    ? document
    : readYaml(text, { keepTokens: true }).document;
  return {
    text,
    eol: eolOf(text),
    value: value as JsonValue,
    document: closed ?? document,
  };
}

/** `line 7, column 3: tabs cannot be used to indent` */
function placed(problem: Problem | undefined): string {
  if (!problem) {
    return 'it has no content';
  }
  const { line, column, message } = problem;
  return line === undefined
    ? message
    : `line ${line}, column ${column ?? 1}: ${message}`;
}

function eolOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** The pair with a key, or undefined if the mapping has none. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find(
    pair => isScalar(pair.key) && String(pair.key.value ?? '') === key,
  );
}

/** The child of a node, or undefined if there is none. Doesn't follow aliases. */
export function childOf(
  node: unknown,
  segment: string | number,
): Node | undefined {
  const child: unknown =
    typeof segment === 'number'
      ? isSeq(node) && node.items[segment]
      : isMap(node) && pairOf(node, segment)?.value;
  return isMap(child) || isSeq(child) || isScalar(child) || isAlias(child)
    ? child
    : undefined;
}
