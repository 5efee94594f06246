import { InputError } from '@backstage/errors';
import { isJsonObject, type JsonValue } from '../json';
import { formatPath, type PathSegments } from '../path';
import type { ChangePath } from './types';

/** Replaces ids with the indexes of the items in a document. */
export function resolvePath(root: JsonValue, path: ChangePath): PathSegments {
  const resolved: (string | number)[] = [];
  let value: JsonValue | undefined = root;
  for (const segment of path) {
    const step: string | number =
      typeof segment === 'object'
        ? indexOfId(value, segment.id, resolved)
        : segment;
    value = childAt(value, step);
    resolved.push(step);
  }
  return resolved;
}

/** The value at a path, or undefined if there is none. */
export function valueAt(
  root: JsonValue | undefined,
  path: PathSegments,
): JsonValue | undefined {
  return path.reduce(childAt, root);
}

function childAt(
  value: JsonValue | undefined,
  segment: string | number,
): JsonValue | undefined {
  if (typeof segment === 'number') {
    return Array.isArray(value) ? value[segment] : undefined;
  }
  return isJsonObject(value) && Object.hasOwn(value, segment)
    ? value[segment]
    : undefined;
}

function indexOfId(
  list: JsonValue | undefined,
  id: string,
  path: PathSegments,
): number {
  const index = Array.isArray(list)
    ? list.findIndex(item => isJsonObject(item) && item.id === id)
    : -1;
  if (index < 0) {
    throw new InputError(
      `There is no item with the id '${id}' in '${formatPath(path)}'`,
    );
  }
  return index;
}
