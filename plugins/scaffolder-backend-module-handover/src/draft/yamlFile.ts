import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
} from 'yaml';
import type { SourceFile } from './types';

/** A value in a YAML file, and the line where it stands. */
export type Value = {
  line: number;
  /** A text, number or boolean, as a text. */
  text: string | undefined;
  /** The lines of a text, each with the line where it stands. */
  lines(): { text: string; line: number }[];
  /** The value of a key. */
  get(...keys: string[]): Value | undefined;
  /** The elements of a list; none when it is no list. */
  items(): Value[];
  /** The keys and values of a mapping; none when it is no mapping. */
  entries(): { key: string; line: number; value: Value }[];
};

/**
 * Reads a YAML file with lines. Nothing when it is no YAML, as a template of Helm
 * is not. Aliases are not followed, so that none can make the file large.
 */
export function readYamlFile(file: SourceFile): Value[] {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(file.text, {
    lineCounter,
    logLevel: 'silent',
    // Takes time in the square of the number of keys.
    uniqueKeys: false,
  });
  return 'empty' in documents ||
    documents.some(document => document.errors.length > 0)
    ? []
    : documents.map(document => toValue(document.contents, lineCounter));
}

function toValue(node: unknown, lines: LineCounter): Value {
  const start =
    isMap(node) || isSeq(node) || isScalar(node) || isAlias(node)
      ? node.range?.[0]
      : undefined;
  const line = start === undefined ? 1 : lines.linePos(start).line;
  const child = (value: unknown) => toValue(value, lines);
  const entries = () =>
    isMap(node)
      ? node.items.flatMap(({ key, value }) =>
          isScalar(key)
            ? [
                {
                  key: String(key.value),
                  line: child(key).line,
                  value: child(value),
                },
              ]
            : [],
        )
      : [];
  return {
    line,
    text:
      isScalar(node) && node.value !== null && node.value !== undefined
        ? String(node.value)
        : undefined,
    lines: () => {
      if (!isScalar(node) || typeof node.value !== 'string') {
        return [];
      }
      // A literal block begins below its `|`; other texts are folded somehow.
      const isBlock = node.type === 'BLOCK_LITERAL';
      return node.value.split('\n').map((text, index) => ({
        text,
        line: isBlock ? line + 1 + index : line,
      }));
    },
    get(key, ...rest) {
      const found = entries().find(entry => entry.key === key)?.value;
      return rest.length > 0 ? found?.get(...rest) : found;
    },
    items: () => (isSeq(node) ? node.items.map(child) : []),
    entries,
  };
}
