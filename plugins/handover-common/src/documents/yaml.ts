import {
  Composer,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  visit,
  YAMLError,
} from 'yaml';
import type { CST, Document, Node, Pair } from 'yaml';
import type { Problem } from './types';
import { MAX_ALIASES, MAX_DEPTH, MAX_DOCUMENT_BYTES, MAX_KEYS } from './limits';
import { formatPath, PathSegments } from './path';

/** Where something is in a text, counted from 1. */
export type Position = { line: number; column: number };

/** A YAML text that was read. */
export type YamlSource = {
  /** The content as plain values, or undefined where there is no usable YAML. */
  value?: unknown;
  problems: Problem[];
  /** The syntax tree, with the tokens it was made from. Offsets do not count a byte order mark. */
  document?: Document.Parsed;
  /**
   * The position of the value at a path, or of its nearest parent that exists.
   * With `key`, the position of the last key itself.
   */
  locate(path: PathSegments, options?: { key?: boolean }): Position | undefined;
  /** The texts that the YAML writes differently from what they are: escaped or folded. */
  rewrittenScalars(): { value: string; position: Position }[];
};

const UNREADABLE: Omit<YamlSource, 'problems'> = {
  locate: () => undefined,
  rewrittenScalars: () => [],
};

/** Reads exactly one YAML 1.2 document, and reports everything that is wrong with it as YAML. */
export function readYaml(text: string): YamlSource {
  if (exceedsBytes(text, MAX_DOCUMENT_BYTES)) {
    return {
      ...UNREADABLE,
      problems: [
        error(`the document is larger than ${MAX_DOCUMENT_BYTES / 1024} KiB`, {
          line: 1,
          column: 1,
        }),
      ],
    };
  }

  // No YAML may hold it (YAML 1.2.2 §5.1), and databases refuse it.
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    return {
      ...UNREADABLE,
      problems: [
        error('a NUL character is not allowed', positionIn(text, nul)),
      ],
    };
  }

  // A byte order mark would move every column of the first line by one.
  const source = text.replace(/^\uFEFF/, '');
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(source)];
  const excess = findExcess(tokens);
  if (excess) {
    return {
      ...UNREADABLE,
      problems: [error(excess.message, positionAt(lines, excess.offset))],
    };
  }
  const documents = [
    ...new Composer({ version: '1.2', keepSourceTokens: true }).compose(
      tokens,
      true,
      source.length,
    ),
  ];
  const document = documents[0];
  if (!document || !document.contents || isNullScalar(document.contents)) {
    const problems = document ? yamlProblems(document, lines, source) : [];
    return {
      ...UNREADABLE,
      problems: problems.length
        ? problems
        : [error('the document is empty', { line: 1, column: 1 })],
    };
  }

  const problems = yamlProblems(document, lines, source);
  const second = documents[1];
  if (second) {
    problems.push(
      error(
        'only one YAML document is allowed in a file',
        positionAt(lines, second.range?.[0] ?? 0),
      ),
    );
  }
  const structure = structureProblems(document, lines);
  problems.push(...structure.problems);
  // With a repeated key or an unknown tag, the rest can still be looked at.
  const fatal =
    structure.fatal ||
    document.errors.some(({ code }) => code !== 'DUPLICATE_KEY');

  const locate: YamlSource['locate'] = (path, options) =>
    locateIn(document, lines, path, options?.key ?? false);
  const rewrittenScalars = () => findRewritten(document, lines, source);
  if (fatal) {
    return { problems, locate, rewrittenScalars };
  }

  try {
    return {
      value: document.toJS({ maxAliasCount: MAX_ALIASES }),
      problems,
      document,
      locate,
      rewrittenScalars,
    };
  } catch (e) {
    // Thrown for aliases that expand too far, have no anchor or contain themselves.
    const message = /excessive alias count/i.test(String(e))
      ? 'YAML aliases expand to too much; write the values out'
      : 'a YAML alias refers to an anchor that does not exist or contains itself';
    const alias = firstAlias(document);
    return {
      problems: [error(message, positionAt(lines, alias?.range?.[0] ?? 0))],
      locate,
      rewrittenScalars,
    };
  }
}

function exceedsBytes(text: string, limit: number): boolean {
  // UTF-8 never needs fewer bytes than UTF-16 has code units.
  return text.length > limit || new TextEncoder().encode(text).length > limit;
}

function error(message: string, position?: Position, path = ''): Problem {
  return { path, ...position, message, severity: 'error' };
}

function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/**
 * A token that is nested too deep or has too many keys. The parser's tokens are
 * measured, because composing them is recursive and could overflow the stack, and
 * compares each key with all others.
 */
function findExcess(
  tokens: readonly CST.Token[],
): { offset: number; message: string } | undefined {
  const open = tokens.map(token => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) {
      return {
        offset: token.offset,
        message: `nested more than ${MAX_DEPTH} levels deep`,
      };
    }
    if (token.type === 'document' && token.value) {
      open.push({ token: token.value, depth });
    } else if ('items' in token) {
      if (token.type !== 'block-seq' && countKeys(token) > MAX_KEYS) {
        return {
          offset: token.offset,
          message: `a mapping with more than ${MAX_KEYS} keys`,
        };
      }
      for (const item of token.items) {
        for (const child of [item.key, item.value]) {
          if (child) {
            open.push({ token: child, depth: depth + 1 });
          }
        }
      }
    }
  }
  return undefined;
}

function countKeys(token: CST.BlockMap | CST.FlowCollection): number {
  const isFlowList =
    token.type === 'flow-collection' && token.start.type === 'flow-seq-start';
  return isFlowList ? 0 : token.items.length;
}

/** The position of an offset in a text. */
export function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return {
    line: before.split('\n').length,
    column: offset - lineStart + 1,
  };
}

function findRewritten(
  document: Document.Parsed,
  lines: LineCounter,
  source: string,
): { value: string; position: Position }[] {
  const found: { value: string; position: Position }[] = [];
  visit(document, {
    Scalar(_, node) {
      const { value, range } = node;
      if (
        typeof value === 'string' &&
        range &&
        !source.slice(range[0], range[1]).includes(value)
      ) {
        found.push({ value, position: positionAt(lines, range[0]) });
      }
    },
  });
  return found;
}

function isNullScalar(node: unknown): boolean {
  return isScalar(node) && node.value === null && !node.anchor;
}

function yamlProblems(
  document: Document.Parsed,
  lines: LineCounter,
  source: string,
): Problem[] {
  return [...document.errors, ...document.warnings].map(problem =>
    error(yamlMessage(problem, source), positionAt(lines, problem.pos[0])),
  );
}

function yamlMessage(problem: YAMLError, source: string): string {
  switch (problem.code) {
    case 'DUPLICATE_KEY': {
      const key = /^[^\s:]+/.exec(source.slice(problem.pos[0]))?.[0];
      return key ? `key '${key}' is given twice` : 'a key is given twice';
    }
    case 'TAB_AS_INDENT':
      return 'tabs cannot be used to indent; use spaces';
    case 'TAG_RESOLVE_FAILED':
      return 'YAML tags are not supported';
    case 'MULTIPLE_DOCS':
      return 'only one YAML document is allowed in a file';
    default:
      return `not valid YAML: ${lowerFirst(problem.message)}`;
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What YAML allows and a handover does not: some keys, and aliases without end. */
function structureProblems(
  document: Document.Parsed,
  lines: LineCounter,
): { problems: Problem[]; fatal: boolean } {
  const problems: Problem[] = [];
  let aliases = 0;
  let fatal = false;
  visit(document, {
    Alias(_, alias, ancestors) {
      aliases += 1;
      const position = positionAt(lines, alias.range?.[0] ?? 0);
      if (aliases > MAX_ALIASES) {
        fatal = true;
        problems.push(
          error(
            `more than ${MAX_ALIASES} YAML aliases; write the values out`,
            position,
          ),
        );
        return visit.BREAK;
      }
      const target = alias.resolve(document);
      if (target && ancestors.includes(target)) {
        fatal = true;
        problems.push(
          error(`the YAML alias '*${alias.source}' contains itself`, position),
        );
      }
      return undefined;
    },
    Pair(_, pair, ancestors) {
      const key = pair.key;
      const offset = rangeStart(key) ?? 0;
      const path = formatPath(pathOfAncestors([...ancestors, pair]));
      if (!isScalar(key)) {
        fatal = true;
        problems.push(
          error('a key must be a plain word', positionAt(lines, offset), path),
        );
      } else if (key.value === '<<') {
        problems.push(
          error(
            'merge keys (<<) are not supported; write the fields out',
            positionAt(lines, offset),
            path,
          ),
        );
      } else if (key.value === '__proto__') {
        problems.push(
          error(`unknown key '__proto__'`, positionAt(lines, offset), path),
        );
      }
    },
  });
  return { problems, fatal };
}

function pathOfAncestors(ancestors: readonly unknown[]): (string | number)[] {
  const segments: (string | number)[] = [];
  ancestors.forEach((node, index) => {
    if (isPair(node)) {
      segments.push(keyText(node));
    } else if (isSeq(node)) {
      const child = ancestors[index + 1];
      const at = node.items.findIndex(item => item === child);
      if (at >= 0) {
        segments.push(at);
      }
    }
  });
  return segments;
}

function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value ?? '') : '';
}

function rangeStart(node: unknown): number | undefined {
  return isScalar(node) || isCollection(node) || isAlias(node)
    ? node.range?.[0]
    : undefined;
}

function firstAlias(document: Document.Parsed): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Alias(_, alias) {
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

function locateIn(
  document: Document.Parsed,
  lines: LineCounter,
  path: PathSegments,
  wantsKey: boolean,
): Position | undefined {
  let node: unknown = document.contents;
  let offset = rangeStart(node) ?? 0;
  for (const [depth, segment] of path.entries()) {
    if (isAlias(node)) {
      node = node.resolve(document);
    }
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        item => keyText(item) === String(segment),
      );
      if (!pair) {
        break;
      }
      const last = depth === path.length - 1;
      offset =
        (last && wantsKey ? undefined : rangeStart(pair.value)) ??
        rangeStart(pair.key) ??
        offset;
      // An empty value has no place of its own: its key is what a reader finds.
      if (isNullScalar(pair.value)) {
        offset = rangeStart(pair.key) ?? offset;
      }
      node = pair.value;
    } else if (isSeq(node) && typeof segment === 'number') {
      const item: unknown = node.items[segment];
      offset = rangeStart(item) ?? offset;
      node = item;
    } else {
      break;
    }
  }
  return positionAt(lines, offset);
}
