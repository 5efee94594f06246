import type { PartialDocument, Problem } from './types';
import type { Environments } from '../environments/Environments';
import { Finding, validate } from './issues';
import {
  MAX_ENVIRONMENTS,
  MAX_LIST_ITEMS,
  MAX_WINDOW_ENVIRONMENTS,
  MAX_WINDOWS,
  MIN_LIST_LIMIT,
} from './limits';
import { partialDocument } from './partial';
import { formatPath } from './path';
import { orderedProblems, toProblem } from './problemList';
import { createHandoverDocumentSchema, handoverDocumentSchema } from './schema';
import type { HandoverDocument, SchemaOptions } from './schema';
import { checkMeaning } from './semantics';
import { checkSubject } from './subject';
import { checkSense } from './windows';
import { readYaml, YamlSource } from './yaml';

/**
 * How a document is parsed.
 *
 * @alpha
 */
export type ParseOptions = SchemaOptions & {
  /** The entity that the document must be about. */
  entityRef?: string;
  /** The known environments. The default is the built-in ones. */
  environments?: Environments;
  /**
   * If given, valid windows are also checked for what is probably not meant from
   * this time on, in milliseconds.
   */
  asOf?: number;
};

/**
 * A document and its problems. There is no document if any problem is an error.
 *
 * @alpha
 */
export type ParsedHandover = {
  document?: HandoverDocument;
  /**
   * The sections without errors, if there is no document. Only for people to
   * read: nothing may decide by it.
   */
  partial?: PartialDocument;
  /** In the order of their lines. */
  problems: Problem[];
};

/**
 * Parses a `handover.yaml`. Reports all problems at once, each with its path,
 * line and column. Never throws for bad input.
 *
 * `checkHandoverDocument` of the entry point `/secrets` also checks for
 * secrets.
 *
 * @alpha
 */
export function parseHandoverDocument(
  text: string,
  options: ParseOptions = {},
): ParsedHandover {
  return parseSource(readYaml(text), options);
}

/** The same for a text that was read as YAML already. */
export function parseSource(
  source: YamlSource,
  options: ParseOptions,
): ParsedHandover {
  if (source.value === undefined) {
    return { problems: orderedProblems(source.problems) };
  }

  const { value, findings: tooLong } = prepare(source.value);
  const schema = schemaFor(options.linkSchemes);
  const { data, findings } = validate(schema, value);
  const said = new Set(source.problems.map(placeOf));
  const all = [
    ...tooLong,
    ...findings,
    ...checkMeaning(value, options),
    ...checkSubject(value, options.entityRef),
  ];
  const problems = all
    .map(finding => toProblem(finding, source))
    // What is wrong as YAML need not be said again in other words.
    .filter(problem => !said.has(placeOf(problem)))
    .concat(source.problems);
  const failed = problems.some(problem => problem.severity === 'error');
  if (!data || failed) {
    // Text that is wrong as YAML may say something else than it was read as.
    const partial =
      source.problems.length === 0
        ? partialDocument(value, all, part => validate(schema, part).data)
        : undefined;
    return {
      ...(partial && { partial }),
      problems: orderedProblems(problems),
    };
  }
  const warnings = checkSense(data.windows?.items, {
    list: ['windows', 'items'],
    asOf: options.asOf,
  }).map(finding => toProblem(finding, source));
  return {
    document: data,
    problems: orderedProblems([...problems, ...warnings]),
  };
}

/**
 * The document that a value is, if there is nothing to say about it.
 *
 * @param source - `isPlain` spares a search for what is too long or empty.
 */
export function validDocument(
  source: { value: unknown; isPlain: boolean },
  options: ParseOptions,
): HandoverDocument | undefined {
  const { value, findings } = source.isPlain
    ? { value: source.value, findings: [] }
    : prepare(source.value);
  if (findings.length > 0) {
    return undefined;
  }
  const { data } = validate(schemaFor(options.linkSchemes), value);
  return data &&
    checkMeaning(value, options).length === 0 &&
    checkSubject(value, options.entityRef).length === 0 &&
    checkSense(data.windows?.items, { list: [], asOf: options.asOf }).length ===
      0
    ? data
    : undefined;
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

function placeOf({ path, line, column }: Problem): string {
  return JSON.stringify([path, line, column]);
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
      return { limit: MAX_LIST_ITEMS, what: 'items' };
  }
}

/**
 * Takes out keys without a value (`url:`), which are not filled in yet and as
 * good as absent, and lists that are longer than allowed, so that one problem
 * stands for them instead of one for each of their elements.
 */
function prepare(root: unknown): { value: unknown; findings: Finding[] } {
  const findings: Finding[] = [];
  const path: (string | number)[] = [];
  function visit(value: unknown): unknown {
    if (Array.isArray(value)) {
      if (value.length > MIN_LIST_LIMIT) {
        const { limit, what } = limitOf(path);
        if (value.length > limit) {
          findings.push({
            path: [...path],
            message: `${value.length} ${what} are too many, at most ${limit} are allowed`,
          });
          return undefined;
        }
      }
      return value.map((item, index) => visitChild(index, item));
    }
    if (typeof value === 'object' && value !== null) {
      const result: Record<string, unknown> = {};
      for (const key of Object.keys(value)) {
        const child: unknown = Reflect.get(value, key);
        if (child !== null) {
          result[key] = visitChild(key, child);
        }
      }
      return result;
    }
    return value;
  }
  function visitChild(key: string | number, child: unknown): unknown {
    path.push(key);
    const result = visit(child);
    path.pop();
    return result;
  }
  const value = visit(root);
  return { value, findings };
}
