import { MAX_LIST_ITEMS } from '../../documents/limits';
import type { FactType } from './types';

/** Characters of one text: nobody decides from more. */
const MAX_TEXT = 10_000;

/**
 * What is wrong with a value for a fact, in a few words that never hold the
 * value itself. Nothing if it is of the type.
 *
 * @alpha
 */
export function factValueProblem(
  type: FactType,
  value: unknown,
): string | undefined {
  switch (type.kind) {
    case 'bool':
      return typeof value === 'boolean' ? undefined : 'is not true or false';
    case 'int':
      return Number.isSafeInteger(value) ? undefined : 'is not a whole number';
    case 'double':
      return Number.isFinite(value) ? undefined : 'is not a number';
    case 'string':
      return textProblem(type.values, value);
    case 'list':
      return listProblem(type.of, value);
    default:
      return mapProblem(type, value);
  }
}

function textProblem(
  values: readonly string[] | undefined,
  value: unknown,
): string | undefined {
  if (typeof value !== 'string') {
    return 'is not text';
  }
  if (value.length > MAX_TEXT) {
    return `is longer than ${MAX_TEXT} characters`;
  }
  return values && !values.includes(value)
    ? `is not one of ${values.join(', ')}`
    : undefined;
}

function listProblem(of: FactType, value: unknown): string | undefined {
  if (!Array.isArray(value)) {
    return 'is not a list';
  }
  if (value.length > MAX_LIST_ITEMS) {
    return `has more than ${MAX_LIST_ITEMS} items`;
  }
  const problem = firstProblem(value, of);
  return problem && `has an item that ${problem}`;
}

function mapProblem(
  type: FactType & { kind: 'map' },
  value: unknown,
): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'is not a mapping';
  }
  const keys = Object.keys(value);
  if (keys.length > MAX_LIST_ITEMS) {
    return `has more than ${MAX_LIST_ITEMS} keys`;
  }
  if (type.keys && keys.some(key => !type.keys!.includes(key))) {
    return 'has a key that its definition does not name';
  }
  const problem = firstProblem(Object.values(value), type.of);
  return problem && `has a value that ${problem}`;
}

function firstProblem(
  values: readonly unknown[],
  type: FactType,
): string | undefined {
  for (const value of values) {
    const problem = factValueProblem(type, value);
    if (problem) {
      return problem;
    }
  }
  return undefined;
}
