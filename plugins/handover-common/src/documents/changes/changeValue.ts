import { InputError } from '@backstage/errors';
import { isJsonObject, type JsonValue } from '../json';
import { formatPath, type PathSegments } from '../path';
import { resolvePath } from './resolvePath';
import type { FieldChange } from './types';

/**
 * Applies a change to a plain value: the content that the text must have after
 * `applyChanges`.
 *
 * @throws InputError if there is nothing to change at the path
 */
export function changeValue(root: JsonValue, change: FieldChange): JsonValue {
  const path = resolvePath(root, change.path);
  switch (change.kind) {
    case 'set':
      assertJson(change.value, path);
      return changeAt(root, path, 0, () => change.value);
    case 'insert':
      assertJson(change.value, path);
      return changeAt(root, path, 0, list =>
        inserted(list, change.value, change.at, path),
      );
    case 'remove':
      return changeParent(root, path, (parent, last) =>
        without(parent, last, path),
      );
    case 'move':
      return changeParent(root, path, (parent, last) =>
        moved(parent, last, change.to, path),
      );
    default: {
      const unknown: never = change;
      throw new InputError(
        `Unknown kind of change: '${(unknown as FieldChange).kind}'`,
      );
    }
  }
}

/** Types can't be trusted for changes from the network. */
function assertJson(value: unknown, path: PathSegments) {
  const isPlain =
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value));
  if (isPlain) {
    return;
  }
  if (typeof value !== 'object') {
    throw new InputError(
      `The value for '${formatPath(
        path,
      )}' is not text, a number, a list or a mapping`,
    );
  }
  Object.values(value ?? {}).forEach(each => assertJson(each, path));
}

type Update = (value: JsonValue | undefined) => JsonValue;

function changeAt(
  value: JsonValue | undefined,
  path: PathSegments,
  depth: number,
  update: Update,
): JsonValue {
  if (depth === path.length) {
    return update(value);
  }
  const segment = path[depth];
  if (typeof segment === 'number') {
    const list = listAt(value, path.slice(0, depth));
    indexIn(list, segment, path.slice(0, depth + 1));
    return list.with(segment, changeAt(list[segment], path, depth + 1, update));
  }
  if (segment === '__proto__') {
    throw new InputError(`'__proto__' cannot be the key of a field`);
  }
  const mapping = value ?? {};
  if (!isJsonObject(mapping)) {
    throw new InputError(
      `'${formatPath(
        path.slice(0, depth),
      )}' is not a mapping of keys to values`,
    );
  }
  const child = Object.hasOwn(mapping, segment) ? mapping[segment] : undefined;
  return { ...mapping, [segment]: changeAt(child, path, depth + 1, update) };
}

function changeParent(
  root: JsonValue,
  path: PathSegments,
  update: (parent: JsonValue | undefined, last: string | number) => JsonValue,
): JsonValue {
  const last = path.at(-1);
  if (last === undefined) {
    throw new InputError('A change needs the path of a field');
  }
  const parents = path.slice(0, -1);
  return changeAt(root, parents, 0, parent => update(parent, last));
}

function inserted(
  value: JsonValue | undefined,
  item: JsonValue,
  at: number | undefined,
  path: PathSegments,
): JsonValue {
  const list = value === undefined || value === null ? [] : listAt(value, path);
  const index = at ?? list.length;
  if (!Number.isInteger(index) || index < 0 || index > list.length) {
    throw new InputError(
      `Cannot insert at ${index} in '${formatPath(path)}', which has ${
        list.length
      } items`,
    );
  }
  return list.toSpliced(index, 0, item);
}

function without(
  parent: JsonValue | undefined,
  last: string | number,
  path: PathSegments,
): JsonValue {
  if (typeof last === 'number') {
    const list = listAt(parent, path.slice(0, -1));
    indexIn(list, last, path);
    return list.toSpliced(last, 1);
  }
  if (!isJsonObject(parent) || !Object.hasOwn(parent, last)) {
    throw nothingAt(path);
  }
  return Object.fromEntries(
    Object.entries(parent).filter(([key]) => key !== last),
  );
}

function moved(
  parent: JsonValue | undefined,
  from: string | number,
  to: number,
  path: PathSegments,
): JsonValue {
  const list = listAt(parent, path.slice(0, -1));
  if (typeof from !== 'number') {
    throw new InputError(`'${formatPath(path)}' is not a list item`);
  }
  indexIn(list, from, path);
  indexIn(list, to, [...path.slice(0, -1), to]);
  return list.toSpliced(from, 1).toSpliced(to, 0, list[from]);
}

function listAt(value: JsonValue | undefined, path: PathSegments): JsonValue[] {
  if (!Array.isArray(value)) {
    throw new InputError(`There is no list at '${formatPath(path)}'`);
  }
  return value;
}

function indexIn(list: JsonValue[], index: number, path: PathSegments) {
  if (!Number.isInteger(index) || index < 0 || index >= list.length) {
    throw nothingAt(path);
  }
}

function nothingAt(path: PathSegments) {
  return new InputError(`There is nothing at '${formatPath(path)}'`);
}
