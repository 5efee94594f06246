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
import { Effort } from './Effort';
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
  effort: Effort;
  /** Each node becomes one value, however many aliases stand for it. */
  values: Map<unknown, YamlValue>;
};

/**
 * Reads a YAML file with lines. An alias is followed only where its value is
 * asked for, so that none can make the file large.
 *
 * @param effort - what reading it and asking for its values may cost
 * @throws UnreadableError when it is not YAML, as a template of Helm is not
 */
export function readYamlFile(
  file: SourceFile,
  effort = Effort.create(),
): Value[] {
  effort.spend(assertYamlIsSimple(file.text));
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
      effort,
      values: new Map(),
    }),
  );
}

/**
 * The node that each alias stands for: the last one before it with that anchor. An
 * alias of what it stands in has no end, and stands for nothing.
 */
function findAnchors(document: Document): Map<Alias, Node> {
  const named = new Map<string, Node>();
  const anchors = new Map<Alias, Node>();
  visit(document, {
    Node: (_, node, parents) => {
      if (isAlias(node)) {
        const target = named.get(node.source);
        if (target && !parents.includes(target)) {
          anchors.set(node, target);
        }
      } else if (node.anchor) {
        named.set(node.anchor, node);
      }
    },
  });
  return anchors;
}

type Entry = ReturnType<Value['entries']>[number];

/** Looks into its node when it is asked first, and counts what it is asked for. */
class YamlValue implements Value {
  readonly #node: unknown;
  readonly #context: Context;
  #line: number | undefined;
  #lines: ReturnType<Value['lines']> | undefined;
  #items: Value[] | undefined;
  #entries: Entry[] | undefined;
  #index: Map<string, Value> | undefined;

  constructor(node: unknown, context: Context) {
    this.#node = node;
    this.#context = context;
  }

  get path(): string {
    return this.#context.path;
  }

  get line(): number {
    const node = this.#node;
    const start = isNode(node) ? node.range?.[0] : undefined;
    this.#line ??=
      start === undefined ? 1 : this.#context.lines.linePos(start).line;
    return this.#line;
  }

  get text(): string | undefined {
    const node = this.#node;
    return isScalar(node) && node.value !== null && node.value !== undefined
      ? String(node.value)
      : undefined;
  }

  get tag(): string | undefined {
    const node = this.#node;
    return isNode(node) && typeof node.tag === 'string' && /^!\w/.test(node.tag)
      ? node.tag
      : undefined;
  }

  lines(): ReturnType<Value['lines']> {
    const node = this.#node;
    if (!isScalar(node) || typeof node.value !== 'string') {
      return [];
    }
    this.#context.effort.spendOnText(node.value);
    // A literal block begins below its `|`; other texts are folded somehow.
    const isBlock = node.type === 'BLOCK_LITERAL';
    this.#lines ??= node.value.split('\n').map((text, index) => ({
      text,
      line: isBlock ? this.line + 1 + index : this.line,
    }));
    return this.#lines;
  }

  get(key: string, ...rest: string[]): Value | undefined {
    this.#context.effort.spend(1);
    this.#index ??= new Map(
      // Of keys that are there twice, the first counts.
      this.#resolved(0)
        .map((entry): [string, Value] => [entry.key, entry.value])
        .reverse(),
    );
    const [next, ...others] = rest;
    const found = this.#index.get(key);
    return next === undefined ? found : found?.get(next, ...others);
  }

  items(): Value[] {
    const node = this.#node;
    this.#items ??= isSeq(node)
      ? node.items.map(each => toValue(each, this.#context))
      : [];
    this.#context.effort.spend(1 + this.#items.length);
    return this.#items;
  }

  entries(): Entry[] {
    const entries = this.#resolved(0);
    this.#context.effort.spend(1 + entries.length);
    return entries;
  }

  /** Keys of a mapping, then those that it merges from others and does not have. */
  #resolved(depth: number): Entry[] {
    if (depth > MAX_MERGES) {
      throw new UnreadableError(
        `merges mappings with '<<' more than ${MAX_MERGES} deep`,
        { line: this.line },
      );
    }
    this.#entries ??= this.#withMerged(depth);
    return this.#entries;
  }

  #withMerged(depth: number): Entry[] {
    const node = this.#node;
    const own: Entry[] = [];
    const merged: Entry[] = [];
    for (const { key, value } of isMap(node) ? node.items : []) {
      if (!isScalar(key)) {
        continue;
      }
      if (key.value === '<<') {
        const target = isAlias(value)
          ? this.#context.anchors.get(value)
          : value;
        for (const each of isSeq(target) ? target.items : [target]) {
          const parent = toValue(each, this.#context).#resolved(depth + 1);
          this.#context.effort.spend(1 + parent.length);
          // One by one: as arguments, many entries would fill the stack.
          parent.forEach(entry => merged.push(entry));
        }
      } else {
        own.push({
          key: String(key.value),
          line: toValue(key, this.#context).line,
          value: toValue(value, this.#context),
        });
      }
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
}

function toValue(given: unknown, context: Context): YamlValue {
  const node = isAlias(given) ? context.anchors.get(given) : given;
  const known = context.values.get(node);
  if (known) {
    return known;
  }
  const value = new YamlValue(node, context);
  // What an alias of nothing stands for, and an empty value, have no place to share.
  if (isNode(node)) {
    context.values.set(node, value);
  }
  return value;
}
