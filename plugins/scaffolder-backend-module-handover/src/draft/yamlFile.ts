import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  visit,
} from 'yaml';
import type { Alias, Document, Node } from 'yaml';
import type { SourceFile } from './types';
import { UnreadableError } from './UnreadableError';
import { assertYamlIsSimple } from './yamlLimits';

/** A value in a YAML file, and the line where it stands. */
export type Value = {
  /** The file that it stands in. */
  path: string;
  line: number;
  /** A text, number or boolean, as a text. */
  text: string | undefined;
  /** A tag of the file's own, such as `!reference`. */
  tag: string | undefined;
  /** The lines of a text, each with the line where it stands. */
  lines(): { text: string; line: number }[];
  /** The value of a key. */
  get(...keys: string[]): Value | undefined;
  /** The elements of a list; none when it is no list. */
  items(): Value[];
  /** The keys and values of a mapping; none when it is no mapping. */
  entries(): { key: string; line: number; value: Value }[];
};

/** Mappings merged with `<<` are followed this deep. */
const MAX_MERGES = 20;

type Context = {
  path: string;
  lines: LineCounter;
  anchors: Map<Alias, Node>;
};

/**
 * Reads a YAML file with lines. An alias is followed only where its value is
 * asked for, so that none can make the file large.
 *
 * @throws UnreadableError when it is not YAML, as a template of Helm is not
 */
export function readYamlFile(file: SourceFile): Value[] {
  assertYamlIsSimple(file.text);
  const lines = new LineCounter();
  const documents = parseAllDocuments(file.text, {
    lineCounter: lines,
    logLevel: 'silent',
    // Otherwise each error repeats its whole line.
    prettyErrors: false,
    // Takes time in the square of the number of keys.
    uniqueKeys: false,
  });
  if ('empty' in documents) {
    return [];
  }
  const [error] = documents.flatMap(document => document.errors);
  if (error) {
    const isTemplate = file.text.includes('{{');
    throw new UnreadableError(
      isTemplate
        ? 'is a template, which is YAML only after rendering'
        : `is not valid ${file.path.endsWith('.json') ? 'JSON' : 'YAML'}: ${
            error.message.split('\n')[0]
          }`,
      { line: lines.linePos(error.pos[0]).line || 1, isTemplate },
    );
  }
  return documents.map(document =>
    toValue(document.contents, {
      path: file.path,
      lines,
      anchors: findAnchors(document),
    }),
  );
}

/** The node that each alias stands for: the last one before it with that anchor. */
function findAnchors(document: Document): Map<Alias, Node> {
  const named = new Map<string, Node>();
  const anchors = new Map<Alias, Node>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const target = named.get(node.source);
        if (target) {
          anchors.set(node, target);
        }
      } else if (node.anchor) {
        named.set(node.anchor, node);
      }
    },
  });
  return anchors;
}

function toValue(given: unknown, context: Context): Value {
  const node = isAlias(given) ? context.anchors.get(given) : given;
  const start = isNode(node) ? node.range?.[0] : undefined;
  const line = start === undefined ? 1 : context.lines.linePos(start).line;
  const child = (value: unknown) => toValue(value, context);
  const entries = () => entriesOf(node, context);
  return {
    path: context.path,
    line,
    text:
      isScalar(node) && node.value !== null && node.value !== undefined
        ? String(node.value)
        : undefined,
    tag:
      isNode(node) && typeof node.tag === 'string' && /^!\w/.test(node.tag)
        ? node.tag
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

/** Keys of a mapping, then those that it merges from others and does not have. */
function entriesOf(
  node: unknown,
  context: Context,
  depth = 0,
): ReturnType<Value['entries']> {
  if (!isMap(node) || depth > MAX_MERGES) {
    return [];
  }
  const own: ReturnType<Value['entries']> = [];
  const merged: ReturnType<Value['entries']> = [];
  for (const { key, value } of node.items) {
    if (!isScalar(key)) {
      continue;
    }
    if (key.value === '<<') {
      const target = isAlias(value) ? context.anchors.get(value) : value;
      for (const each of isSeq(target) ? target.items : [target]) {
        const parent = isAlias(each) ? context.anchors.get(each) : each;
        merged.push(...entriesOf(parent, context, depth + 1));
      }
    } else {
      own.push({
        key: String(key.value),
        line: toValue(key, context).line,
        value: toValue(value, context),
      });
    }
  }
  if (merged.length === 0) {
    return own;
  }
  const keys = new Set(own.map(({ key }) => key));
  return [
    ...own,
    ...merged.filter(({ key }) => {
      const isNew = !keys.has(key);
      keys.add(key);
      return isNew;
    }),
  ];
}
