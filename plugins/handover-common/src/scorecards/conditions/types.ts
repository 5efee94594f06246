import type { FactType } from '../facts/types';

/** The type of a part of a condition. `empty`: the element of an empty list. */
export type ValueType =
  | Exclude<FactType, { kind: 'list' | 'map' }>
  | { kind: 'list'; of: ValueType }
  | { kind: 'map'; of: ValueType; keys?: readonly string[] }
  | { kind: 'empty' };

export const BOOL: ValueType = { kind: 'bool' };
export const INT: ValueType = { kind: 'int' };
export const DOUBLE: ValueType = { kind: 'double' };
export const STRING: ValueType = { kind: 'string' };

export function isNumber({ kind }: ValueType): boolean {
  return kind === 'int' || kind === 'double';
}

/** Whether values of two types can be equal: whole and other numbers can. */
export function comparable(a: ValueType, b: ValueType): boolean {
  if (a.kind === 'empty' || b.kind === 'empty') {
    return true;
  }
  if (isNumber(a) && isNumber(b)) {
    return true;
  }
  if ((a.kind === 'list' || a.kind === 'map') && a.kind === b.kind) {
    return comparable(a.of, (b as typeof a).of);
  }
  return a.kind === b.kind;
}

/** The type of a value that comes from either of two places, if they fit. */
export function join(a: ValueType, b: ValueType): ValueType | undefined {
  if (a.kind === 'empty') {
    return b;
  }
  if (b.kind === 'empty') {
    return a;
  }
  if (a.kind !== b.kind) {
    return undefined;
  }
  if (a.kind === 'list' || a.kind === 'map') {
    const of = join(a.of, (b as typeof a).of);
    return of && { kind: a.kind, of };
  }
  return a.kind === 'string' ? STRING : a;
}

/** `list of text`: a type in words, for errors. */
export function typeName(type: ValueType): string {
  switch (type.kind) {
    case 'bool':
      return 'true or false';
    case 'int':
      return 'a whole number';
    case 'double':
      return 'a number';
    case 'string':
      return 'text';
    case 'list':
      return type.of.kind === 'empty'
        ? 'an empty list'
        : `a list (each item ${typeName(type.of)})`;
    case 'map':
      return `a mapping (each value ${typeName(type.of)})`;
    default:
      return 'nothing';
  }
}
