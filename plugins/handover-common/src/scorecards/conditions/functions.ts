import { MAX_LIST_ITEMS } from '../../documents/limits';
import { BOOL, DOUBLE, INT, STRING, comparable, isNumber, join } from './types';
import type { ValueType } from './types';

/** Steps for a function that reads a text from beginning to end. */
const TEXT_COST = 20;

/** A part of a condition whose type was checked. */
export type Checked = {
  type: ValueType;
  /** Most steps that evaluating it takes. */
  cost: number;
  /** Most items, if it is a list or a mapping. */
  size: number;
};

type Result = { type: ValueType; cost?: number; size?: number };

/** Answers what a function returns for arguments, or nothing if it does not take them. */
type Signature = (...args: Checked[]) => Result | undefined;

const bool = (cost = 1): Result => ({ type: BOOL, cost });

const logical: Signature = (a, b) =>
  a.type.kind === 'bool' && b.type.kind === 'bool' ? bool() : undefined;

const equality: Signature = (a, b) =>
  comparable(a.type, b.type) ? bool(1 + Math.min(a.size, b.size)) : undefined;

const order: Signature = (a, b) =>
  (isNumber(a.type) && isNumber(b.type)) ||
  (a.type.kind === 'string' && b.type.kind === 'string')
    ? bool()
    : undefined;

const arithmetic: Signature = (a, b) =>
  isNumber(a.type) && a.type.kind === b.type.kind
    ? { type: a.type }
    : undefined;

const plus: Signature = (a, b) => {
  if (a.type.kind === 'list' && b.type.kind === 'list') {
    const type = join(a.type, b.type);
    return type && { type, size: a.size + b.size };
  }
  return arithmetic(a, b);
};

const isIn: Signature = (item, collection) => {
  if (collection.type.kind === 'list') {
    return comparable(item.type, collection.type.of)
      ? bool(1 + collection.size)
      : undefined;
  }
  return collection.type.kind === 'map' && item.type.kind === 'string'
    ? bool()
    : undefined;
};

const item: Signature = (collection, at) => {
  const { type } = collection;
  if (type.kind === 'list' && at.type.kind === 'int') {
    return { type: type.of, size: MAX_LIST_ITEMS };
  }
  return type.kind === 'map' && at.type.kind === 'string'
    ? { type: type.of, size: MAX_LIST_ITEMS }
    : undefined;
};

const choice: Signature = (condition, a, b) => {
  const type = join(a.type, b.type);
  return condition.type.kind === 'bool' && type
    ? { type, size: Math.max(a.size, b.size) }
    : undefined;
};

const inText: Signature = (text, part) =>
  text.type.kind === 'string' && part.type.kind === 'string'
    ? bool(TEXT_COST)
    : undefined;

const size: Signature = ({ type }) =>
  ['string', 'list', 'map'].includes(type.kind) ? { type: INT } : undefined;

/** The operators, as the parser names them, with how people write them. */
export const OPERATORS: Readonly<
  Record<string, { sign: string; signature: Signature }>
> = {
  '_&&_': { sign: '&&', signature: logical },
  '_||_': { sign: '||', signature: logical },
  '!_': {
    sign: '!',
    signature: ({ type }) => (type.kind === 'bool' ? bool() : undefined),
  },
  '-_': {
    sign: '-',
    signature: ({ type }) => (isNumber(type) ? { type } : undefined),
  },
  '_==_': { sign: '==', signature: equality },
  '_!=_': { sign: '!=', signature: equality },
  '_<_': { sign: '<', signature: order },
  '_<=_': { sign: '<=', signature: order },
  '_>_': { sign: '>', signature: order },
  '_>=_': { sign: '>=', signature: order },
  '_+_': { sign: '+', signature: plus },
  '_-_': { sign: '-', signature: arithmetic },
  '_*_': { sign: '*', signature: arithmetic },
  '_/_': { sign: '/', signature: arithmetic },
  '_%_': {
    sign: '%',
    signature: (a, b) => (a.type.kind === 'int' ? arithmetic(a, b) : undefined),
  },
  '@in': { sign: 'in', signature: isIn },
  '_[_]': { sign: '[]', signature: item },
  '_?_:_': { sign: '? :', signature: choice },
};

/** Functions of a value: `text.startsWith('a')`. */
export const METHODS: Readonly<Record<string, Signature>> = {
  contains: inText,
  endsWith: inText,
  matches: inText,
  size,
  startsWith: inText,
};

/** Functions by themselves: `size(list)`. */
export const FUNCTIONS: Readonly<Record<string, Signature>> = {
  double: ({ type }) => (isNumber(type) ? { type: DOUBLE } : undefined),
  size,
  string: ({ type }) =>
    isNumber(type) || type.kind === 'string' || type.kind === 'bool'
      ? { type: STRING }
      : undefined,
};

/** What the parser makes of `all`, and the author never wrote. */
export const NOT_STRICTLY_FALSE = '@not_strictly_false';

/** Macros that walk a list or the keys of a mapping. */
export const MACROS: readonly string[] = [
  'all',
  'exists',
  'exists_one',
  'filter',
  'map',
];
