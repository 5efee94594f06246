import { z } from 'zod/v4';
import { knownKeysAt } from './knownKeys';
import { didYouMean } from '../text/nearest';
import type { PathSegments } from './path';

/** A problem of the value at a path, before its position is known. */
export type Finding = {
  path: PathSegments;
  message: string;
  /** Is the key wrong, rather than its value? */
  key?: boolean;
};

/**
 * Validates a plain value, and says in the words of `handover.yaml` what is
 * wrong with it, one finding each.
 */
export function validate<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { data?: T; findings: Finding[] } {
  const result = schema.safeParse(value, {
    error: describe,
    reportInput: true,
  });
  return result.success
    ? { data: result.data, findings: [] }
    : {
        findings: result.error.issues.flatMap(issue =>
          findingsOf(schema, issue, []),
        ),
      };
}

const EXPECTED: Record<string, string> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys to values',
  record: 'a mapping of keys to values',
};

/** The message of an issue without a message in the schema. */
function describe(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) {
        return 'is required';
      }
      return issue.input === null
        ? 'must not be empty'
        : `must be ${EXPECTED[issue.expected] ?? issue.expected}, not ${shown(
            issue.input,
          )}${quotingHint(issue.expected, issue.input)}`;
    case 'invalid_value':
      return describeValue(issue.values.map(String), issue.input);
    case 'too_small':
      return `must be at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `is longer than ${issue.maximum} characters`
        : `must be at most ${issue.maximum}`;
    default:
      return undefined;
  }
}

/** Names a kind of value, never the value: it could be a secret. */
function shown(input: unknown): string {
  if (Array.isArray(input)) {
    return 'a list';
  }
  switch (typeof input) {
    case 'object':
      return 'a mapping';
    case 'string':
      return 'text';
    case 'boolean':
      return 'true or false';
    default:
      return 'a number';
  }
}

function quotingHint(expected: string, input: unknown): string {
  return expected === 'string' &&
    (typeof input === 'number' || typeof input === 'boolean')
    ? '; put it in quotes'
    : '';
}

function describeValue(values: string[], input: unknown): string {
  const suggestion = typeof input === 'string' ? didYouMean(input, values) : '';
  return values.length === 1
    ? `must be '${values[0]}'`
    : `must be one of ${values.join(', ')}${suggestion}`;
}

function findingsOf(
  schema: z.core.$ZodType,
  issue: z.core.$ZodIssue,
  parent: PathSegments,
): Finding[] {
  const path = [
    ...parent,
    ...issue.path.map(segment =>
      typeof segment === 'symbol' ? String(segment) : segment,
    ),
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({
        path: [...path, key],
        message: unknownKey(key, knownKeysAt(schema, path)),
        key: true,
      }));
    case 'invalid_key':
      return [{ path, message: `the name ${keyReason(issue)}`, key: true }];
    case 'invalid_union':
      return unionFindings(schema, issue.errors, path);
    case 'invalid_type':
      // A field's own message says what a value must be, not that there is none.
      if (issue.input === undefined) {
        return [{ path, message: 'is required' }];
      }
      return [{ path, message: listHint(schema, issue, path) }];
    default:
      return [{ path, message: issue.message }];
  }
}

function unknownKey(key: string, forms: string[][]): string {
  const known = forms.flat();
  if (known.includes(key)) {
    return `key '${key}' does not belong here; write either ${forms
      .map(keys => keys.join(', '))
      .join(', or ')}`;
  }
  const suggestion = didYouMean(key, known);
  return `unknown key '${key}'${
    suggestion || `; known keys are ${[...new Set(known)].join(', ')}`
  }`;
}

function keyReason(issue: z.core.$ZodIssueInvalidKey): string {
  return issue.issues[0]?.message ?? 'is not allowed';
}

/**
 * Of the forms that a value may have, the one whose author made the fewest
 * mistakes is the one that was meant. A form of another kind, such as text for a
 * mapping, weighs most, then keys that a form does not know.
 */
function unionFindings(
  schema: z.core.$ZodType,
  forms: z.core.$ZodIssue[][],
  path: PathSegments,
): Finding[] {
  const unknown = (issues: z.core.$ZodIssue[]) =>
    issues.reduce(
      (sum, issue) =>
        sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0),
      0,
    );
  const isOtherKind = (issues: z.core.$ZodIssue[]) =>
    issues.some(
      ({ code, path: at }) => code === 'invalid_type' && at.length === 0,
    );
  const [meant] = [...forms].sort(
    (a, b) =>
      Number(isOtherKind(a)) - Number(isOtherKind(b)) ||
      unknown(a) - unknown(b) ||
      a.length - b.length,
  );
  return (meant ?? []).flatMap(issue => findingsOf(schema, issue, path));
}

/** A list where a section is expected was meant as the list inside that section. */
function listHint(
  schema: z.core.$ZodType,
  issue: z.core.$ZodIssueInvalidType,
  path: PathSegments,
): string {
  const keys = knownKeysAt(schema, path).flat();
  return issue.expected === 'object' &&
    keys.includes('items') &&
    /not a list/.test(issue.message)
    ? `${issue.message}; put the list under 'items'`
    : issue.message;
}
