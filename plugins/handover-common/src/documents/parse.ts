import type { Problem } from './types';
import type { Environments } from '../environments/Environments';
import { Finding, validate } from './issues';
import {
  MAX_ENVIRONMENTS,
  MAX_LIST_ITEMS,
  MAX_PROBLEMS,
  MAX_WINDOW_ENVIRONMENTS,
  MAX_WINDOWS,
} from './limits';
import { formatPath } from './path';
import { createHandoverDocumentSchema, handoverDocumentSchema } from './schema';
import type { HandoverDocument, SchemaOptions } from './schema';
import { checkMeaning, SemanticFinding } from './semantics';
import { checkSubject } from './subject';
import { readYaml, YamlSource } from './yaml';

/**
 * How a document is parsed.
 *
 * @alpha
 */
export type ParseOptions = SchemaOptions & {
  /** The entity that the document is about; one that names another is refused. */
  entityRef?: string;
  /** Those that the portal knows; the built-in ones unless given. */
  environments?: Environments;
};

/**
 * A document, and what is wrong with it. There is no document when any problem
 * is an error; warnings leave it.
 *
 * @alpha
 */
export type ParsedHandover = {
  document?: HandoverDocument;
  /** In the order of the text. */
  problems: Problem[];
};

/**
 * Reads `handover.yaml`. Reports every problem that can be seen at once, each
 * with its path, line and column. Never throws for bad input.
 *
 * Secrets are looked for separately, by `checkHandoverDocument` of the entry
 * point `/secrets`.
 *
 * @alpha
 */
export function parseHandoverDocument(
  text: string,
  options: ParseOptions = {},
): ParsedHandover {
  const source = readYaml(text);
  if (source.value === undefined) {
    return { problems: finish(source.problems) };
  }

  const { value, findings: tooLong } = withoutLongLists(
    withoutNulls(source.value),
  );
  const { data, findings } = validate(schemaFor(options.linkSchemes), value);
  const problems = [
    ...tooLong,
    ...findings,
    ...checkMeaning(value, options),
    ...checkSubject(value, options.entityRef),
  ]
    .map(finding => toProblem(finding, source))
    // What is wrong as YAML need not be said again in other words.
    .filter(
      problem => !source.problems.some(other => isSamePlace(problem, other)),
    )
    .concat(source.problems);
  const failed = problems.some(problem => problem.severity === 'error');
  return {
    ...(data && !failed ? { document: data } : {}),
    problems: finish(problems),
  };
}

const schemas = new WeakMap<
  readonly string[],
  ReturnType<typeof createHandoverDocumentSchema>
>();

/** Making a schema takes longer than most documents do: one for each list of schemes. */
function schemaFor(linkSchemes: readonly string[] | undefined) {
  if (!linkSchemes) {
    return handoverDocumentSchema;
  }
  const schema =
    schemas.get(linkSchemes) ?? createHandoverDocumentSchema({ linkSchemes });
  schemas.set(linkSchemes, schema);
  return schema;
}

/**
 * `handover.yaml:42:7 rollback.approvers: at least one is required`
 *
 * @alpha
 */
export function formatProblem(fileName: string, problem: Problem): string {
  const place = [fileName, problem.line, problem.column]
    .filter(part => part !== undefined)
    .join(':');
  return `${place} ${problem.path ? `${problem.path}: ` : ''}${
    problem.message
  }`;
}

function isSamePlace(a: Problem, b: Problem): boolean {
  return a.path === b.path && a.line === b.line && a.column === b.column;
}

function toProblem(
  finding: Finding | SemanticFinding,
  source: YamlSource,
): Problem {
  return {
    path: formatPath(finding.path),
    ...source.locate(finding.path, { key: finding.key }),
    message: finding.message,
    severity: 'severity' in finding ? finding.severity : 'error',
  };
}

/** Puts problems into the order of the text, without repetitions, and bounds how many there are. */
function finish(problems: Problem[]): Problem[] {
  const seen = new Set<string>();
  const ordered = problems
    .filter(({ path, line, column, message }) => {
      const id = JSON.stringify([path, line, column, message]);
      return !seen.has(id) && seen.add(id);
    })
    .sort(
      (a, b) =>
        (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
  if (ordered.length <= MAX_PROBLEMS) {
    return ordered;
  }
  return [
    ...ordered.slice(0, MAX_PROBLEMS),
    {
      path: '',
      message: `and ${ordered.length - MAX_PROBLEMS} more problems`,
      severity: 'error',
    },
  ];
}

/** A key without a value (`url:`) is not filled in yet, which is the same as absent. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutNulls);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, each]) =>
        each === null ? [] : [[key, withoutNulls(each)]],
      ),
    );
  }
  return value;
}

function limitOf(path: (string | number)[]): { limit: number; what: string } {
  switch (formatPath(path).replace(/\[\d+\]/g, '[]')) {
    case 'windows.items':
      return { limit: MAX_WINDOWS, what: 'windows' };
    case 'windows.items[].environments':
      return { limit: MAX_WINDOW_ENVIRONMENTS, what: 'environments' };
    case 'environments.items':
      return { limit: MAX_ENVIRONMENTS, what: 'environments' };
    default:
      return { limit: MAX_LIST_ITEMS, what: 'elements' };
  }
}

/**
 * Takes out lists that are longer than allowed, so that one problem stands for
 * them instead of one for each of their elements.
 */
function withoutLongLists(root: unknown): {
  value: unknown;
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const visit = (value: unknown, path: (string | number)[]): unknown => {
    if (Array.isArray(value)) {
      const { limit, what } = limitOf(path);
      if (value.length > limit) {
        findings.push({
          path,
          message: `${value.length} ${what} are too many, at most ${limit} are allowed`,
        });
        return undefined;
      }
      return value.map((item, index) => visit(item, [...path, index]));
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [
          key,
          visit(each, [...path, key]),
        ]),
      );
    }
    return value;
  };
  const value = visit(root, []);
  return { value, findings };
}
