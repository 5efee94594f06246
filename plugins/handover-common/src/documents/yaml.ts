import {
  Composer,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Scalar,
} from 'yaml';
import type { Alias, CST, Document, LineCounter, Pair, YAMLError } from 'yaml';
import type { Problem } from './types';
import { MAX_ALIASES, MAX_DOCUMENT_BYTES, MAX_PROBLEMS } from './limits';
import { formatPath, PathSegments } from './path';
import { tokenize } from './yamlTokens';

/** Where something is in a text, counted from 1. */
export type Position = { line: number; column: number };

/** A YAML text that was read. */
export type YamlSource = {
  /** The content as plain values, or undefined if the YAML isn't usable. */
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

/**
 * Reads exactly one YAML 1.2 document, and reports everything that is wrong with
 * it as YAML.
 *
 * @param options - `keepTokens` keeps the tokens in the syntax tree, to edit it.
 */
export function readYaml(
  text: string,
  options: { keepTokens?: boolean } = {},
): YamlSource {
  const refused = whyRefused(text);
  if (refused) {
    return { ...UNREADABLE, problems: [refused] };
  }
  const source = normalizeText(text);
  const read = tokenize(source);
  if ('excess' in read) {
    const { message, offset } = read.excess;
    return {
      ...UNREADABLE,
      problems: [error(message, positionIn(source, offset))],
    };
  }
  const { lines } = read;
  const { tokens, problems } = withoutDirectives(read.tokens, lines);
  const [document, second] = new Composer({
    version: '1.2',
    keepSourceTokens: options.keepTokens ?? false,
  }).compose(tokens, true, source.length);
  if (document) {
    problems.push(...yamlProblems(document, lines, source));
  }
  if (!document || !document.contents || isNullScalar(document.contents)) {
    return {
      ...UNREADABLE,
      problems: problems.length
        ? problems
        : [error('the document is empty', { line: 1, column: 1 })],
    };
  }
  if (second) {
    problems.push(
      error(
        'only one YAML document is allowed in a file',
        positionAt(lines, second.range?.[0] ?? 0),
      ),
    );
  }
  const structure = examine(document, lines);
  problems.push(...structure.problems);
  // With a repeated key or an unknown tag, the rest can still be looked at.
  const fatal =
    structure.fatal ||
    document.errors.some(({ code }) => code !== 'DUPLICATE_KEY');

  const locate: YamlSource['locate'] = (path, locateOptions) =>
    locateIn(document, lines, path, locateOptions?.key ?? false);
  const rewrittenScalars = () =>
    findRewritten(structure.scalars, lines, source);
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
      ? 'YAML aliases expand too much; write the values out'
      : 'a YAML alias refers to an anchor that does not exist or contains itself';
    return {
      problems: [
        error(
          message,
          positionAt(lines, structure.firstAlias?.range?.[0] ?? 0),
        ),
      ],
      locate,
      rewrittenScalars,
    };
  }
}

/**
 * The text that positions are counted in: without byte order mark, which would
 * move every column of the first line, and with a line feed in the place of each
 * carriage return that stands alone, which ends a line too (YAML 1.2.2 §5.4).
 */
export function normalizeText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, '\n');
}

function whyRefused(text: string): Problem | undefined {
  if (exceedsBytes(text, MAX_DOCUMENT_BYTES)) {
    return error(
      `the document is larger than ${MAX_DOCUMENT_BYTES / 1024} KiB`,
      { line: 1, column: 1 },
    );
  }
  // No YAML may hold it (YAML 1.2.2 §5.1), and databases refuse it.
  const nul = text.indexOf('\0');
  return nul < 0
    ? undefined
    : error(
        'a NUL character is not allowed',
        positionIn(
          normalizeText(text),
          nul - (text.startsWith('\uFEFF') ? 1 : 0),
        ),
      );
}

/**
 * Takes out the directives. A handover is YAML 1.2 whatever `%YAML 1.1` says, as
 * its JSON Schema is: 2026-11-20 is text, and so is `on`. Others are refused.
 */
function withoutDirectives(
  tokens: readonly CST.Token[],
  lines: LineCounter,
): { tokens: CST.Token[]; problems: Problem[] } {
  const problems = tokens.flatMap(token =>
    token.type === 'directive'
      ? directiveProblem(token.source, positionAt(lines, token.offset)) ?? []
      : [],
  );
  return {
    tokens: tokens.filter(({ type }) => type !== 'directive'),
    problems: problems.slice(0, MAX_PROBLEMS),
  };
}

function directiveProblem(
  source: string,
  position: Position,
): Problem | undefined {
  const [name = '%', version = ''] = source.trim().split(/\s+/);
  if (name === '%YAML') {
    return /^1\.\d+$/.test(version)
      ? undefined
      : error('only YAML 1 is supported, such as %YAML 1.2', position);
  }
  return error(
    name === '%TAG'
      ? 'YAML tags are not supported; remove the %TAG directive'
      : 'a line that starts with % is a YAML directive, and only %YAML is supported',
    position,
  );
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
  scalars: readonly Scalar[],
  lines: LineCounter,
  source: string,
): { value: string; position: Position }[] {
  return scalars.flatMap(({ value, range }) =>
    typeof value === 'string' &&
    range &&
    !source.slice(range[0], range[1]).includes(value)
      ? [{ value, position: positionAt(lines, range[0]) }]
      : [],
  );
}

function isNullScalar(node: unknown): boolean {
  return isScalar(node) && node.value === null && !node.anchor;
}

function yamlProblems(
  document: Document.Parsed,
  lines: LineCounter,
  source: string,
): Problem[] {
  const all = [...document.errors, ...document.warnings];
  const shown = all
    .slice(0, MAX_PROBLEMS)
    .map(problem =>
      error(yamlMessage(problem, source), positionAt(lines, problem.pos[0])),
    );
  return all.length > shown.length
    ? [...shown, andMore(all.length - shown.length)]
    : shown;
}

/** Stands for the problems that are not listed. */
export function andMore(count: number): Problem {
  return error(`and ${count} more problems`);
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

type Structure = {
  problems: Problem[];
  fatal: boolean;
  firstAlias?: Alias;
  /** Those that may be written differently from what they are. */
  scalars: Scalar[];
};

/** Finds what YAML allows and a handover does not: some keys, and aliases without end. */
function examine(document: Document.Parsed, lines: LineCounter): Structure {
  const structure: Structure = { problems: [], fatal: false, scalars: [] };
  const { problems } = structure;
  const path: (string | number)[] = [];
  const open = new Set<unknown>();

  const visitAlias = (alias: Alias) => {
    structure.firstAlias ??= alias;
    const position = positionAt(lines, alias.range?.[0] ?? 0);
    if (open.has(alias.resolve(document))) {
      structure.fatal = true;
      problems.push(
        error(`the YAML alias '*${alias.source}' contains itself`, position),
      );
    }
  };
  const visitKey = (key: unknown) => {
    const what = keyProblem(key);
    if (what) {
      structure.fatal ||= !isScalar(key);
      if (problems.length <= MAX_PROBLEMS) {
        const position = positionAt(lines, rangeStart(key) ?? 0);
        problems.push(error(what, position, formatPath(path)));
      }
    }
  };
  const visitNode = (node: unknown) => {
    if (isScalar(node)) {
      const [start = 0, end = 0] = node.range ?? [];
      if (typeof node.value === 'string' && node.value.length !== end - start) {
        structure.scalars.push(node);
      }
    } else if (isAlias(node)) {
      visitAlias(node);
    } else if (isMap(node)) {
      open.add(node);
      for (const pair of node.items) {
        path.push(keyText(pair));
        visitKey(pair.key);
        visitNode(pair.key);
        visitNode(pair.value);
        path.pop();
      }
      open.delete(node);
    } else if (isSeq(node)) {
      open.add(node);
      node.items.forEach((item, index) => {
        path.push(index);
        visitNode(item);
        path.pop();
      });
      open.delete(node);
    }
  };
  visitNode(document.contents);
  return structure;
}

function keyProblem(key: unknown): string | undefined {
  if (!isScalar(key)) {
    return 'a key must be a plain word';
  }
  switch (key.value) {
    case '<<':
      return 'merge keys (<<) are not supported; write the fields out';
    case '__proto__':
      return `unknown key '__proto__'`;
    default:
      return undefined;
  }
}

function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value ?? '') : '';
}

function rangeStart(node: unknown): number | undefined {
  return isScalar(node) || isCollection(node) || isAlias(node)
    ? node.range?.[0]
    : undefined;
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
