import { InputError } from '@backstage/errors';
import { isAlias, isMap, isSeq } from 'yaml';
import type { Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isJsonObject, type JsonValue } from '../../json';
import { formatPath, type PathSegments } from '../../path';
import { keyOrder } from '../../registry/keyOrder';
import { changeValue } from '../changeValue';
import type { Edit } from '../decompose';
import { valueAt } from '../resolvePath';
import { assertNotShared, pathToAlias } from './anchors';
import { insertPair, removePair, slotOfPair } from './blockMap';
import { insertItem, moveItem, removeItem, slotOfItem } from './blockSeq';
import {
  insertInFlow,
  moveInFlow,
  removeFromFlow,
  replaceInFlow,
} from './flow';
import { splice, type Splice } from './lines';
import { contentEnd, itemTokens, pairIndicatorEnd, rangeOf } from './nodes';
import { renderFlow, renderJson } from './render';
import { replaceValue, type Manner } from './replaceValue';
import { childOf, pairOf, type Editable, type YamlText } from './source';
import { styleOf, type Style } from './style';

type Context = {
  source: YamlText;
  style: Style;
  manner: Manner;
};

/**
 * Makes one edit in a text.
 *
 * @returns the new text, which the caller checks
 */
export function editText(source: Editable, edit: Edit, manner: Manner): string {
  const context = { source, style: styleOf(source), manner };
  return splice(source.text, splicesOf(context, source.value, edit));
}

function splicesOf(context: Context, root: JsonValue, edit: Edit): Splice[] {
  const { path } = edit;
  const alias = pathToAlias(
    context.source,
    edit.kind === 'insert' ? [...path, edit.at] : path,
  );
  if (alias) {
    // What is behind an alias is written out in its place, with the change.
    return setAt(
      context,
      alias,
      valueAt(changeValue(root, edit), alias) ?? null,
    );
  }
  switch (edit.kind) {
    case 'set':
      return setAt(context, ...withParents(root, path, edit.value));
    case 'insert':
      return insertAt(context, root, edit);
    case 'remove':
      return removeAt(context, path);
    case 'move':
      return moveAt(context, edit);
    default: {
      const unknown: never = edit;
      throw new InputError(`Unknown edit '${(unknown as Edit).kind}'`);
    }
  }
}

/** A value with the mappings around it that do not exist yet, and where that goes. */
function withParents(
  root: JsonValue,
  path: PathSegments,
  value: JsonValue,
): [PathSegments, JsonValue] {
  const parents = path.slice(0, -1);
  const last = path.at(-1);
  if (typeof last !== 'string' || hasFields(valueAt(root, parents))) {
    return [path, value];
  }
  return withParents(root, parents, { [last]: value });
}

function hasFields(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && Object.keys(value).length > 0;
}

function setAt(
  context: Context,
  path: PathSegments,
  value: JsonValue,
): Splice[] {
  const { source, style, manner } = context;
  assertNotShared(source, path, true);
  const last = path.at(-1);
  if (last === undefined) {
    return [replaceRoot(context, value)];
  }
  const parent = nodeAt(source, path.slice(0, -1));
  if (typeof last === 'number') {
    const seq = asSeq(parent, path);
    return seq.flow
      ? [
          replaceInFlow(
            seq.items[last],
            itemStartInFlow(seq, last),
            value,
            style,
            manner,
          ),
        ]
      : replaceValue(
          source,
          slotOfItem(source, seq, last),
          value,
          style,
          manner,
        );
  }
  const map = asMap(parent, path);
  const pair = pairOf(map, last);
  if (!pair) {
    return [addPair(context, map, path, value)];
  }
  return map.flow
    ? [replaceInFlow(pair.value, pairIndicatorEnd(pair), value, style, manner)]
    : replaceValue(source, slotOfPair(source, pair), value, style, manner);
}

function itemStartInFlow(seq: YAMLSeq, index: number): number {
  const token = itemTokens(seq)[index]?.start.at(-1);
  return token ? token.offset + token.source.length : rangeOf(seq)[0] + 1;
}

function replaceRoot(
  { source, style, manner }: Context,
  value: JsonValue,
): Splice {
  const { contents } = source.document;
  return {
    from: rangeOf(contents)[0],
    to: contentEnd(source.text, contents, manner.ends),
    text: manner.asJson ? renderJson(value) : renderFlow(value, style),
  };
}

function addPair(
  { source, style, manner }: Context,
  map: YAMLMap,
  path: PathSegments,
  value: JsonValue,
): Splice {
  const key = String(path.at(-1));
  const index = placeOfKey(map, path.slice(0, -1), key);
  if (map.flow) {
    return insertInFlow(map, index, { key, value }, style, manner);
  }
  const isSection = path.length === 1 && typeof value === 'object';
  return insertPair(
    source,
    map,
    { key, value },
    {
      predecessor: map.items[index - 1],
      isSpaced: isSection && style.spaceSections,
      style,
      manner,
    },
  );
}

/**
 * The index that a new key gets: behind the last of those keys that the schema
 * has before it. A key that the schema does not name comes last.
 */
function placeOfKey(map: YAMLMap, path: PathSegments, key: string): number {
  const order = keyOrder(path);
  const rank = order.indexOf(key);
  if (rank < 0) {
    return map.items.length;
  }
  return (
    map.items.findLastIndex(pair => {
      const other = order.indexOf(keyOf(pair));
      return other >= 0 && other < rank;
    }) + 1
  );
}

function keyOf(pair: Pair): string {
  return String((pair.key as { value?: unknown } | null)?.value ?? '');
}

function insertAt(
  context: Context,
  root: JsonValue,
  edit: Extract<Edit, { kind: 'insert' }>,
): Splice[] {
  const { path, at, value } = edit;
  const list = valueAt(root, path);
  if (!Array.isArray(list) || list.length === 0) {
    return setAt(context, ...withParents(root, path, [value]));
  }
  const { source, style, manner } = context;
  assertNotShared(source, path, false);
  const seq = asSeq(nodeAt(source, path), path);
  return [
    seq.flow
      ? insertInFlow(seq, at, { value }, style, manner)
      : insertItem(source, seq, { at, value }, style, manner),
  ];
}

function removeAt(context: Context, path: PathSegments): Splice[] {
  const { source, manner } = context;
  const parents = path.slice(0, -1);
  const last = path[path.length - 1];
  assertNotShared(source, path, true);
  const parent = nodeAt(source, parents);
  if (typeof last === 'number') {
    const seq = asSeq(parent, path);
    if (seq.items.length === 1) {
      return setAt(context, parents, []);
    }
    return [
      seq.flow
        ? removeFromFlow(source, seq, last)
        : removeItem(source, seq, last, manner),
    ];
  }
  const map = asMap(parent, path);
  const pair = pairOf(map, last);
  if (!pair || map.items.length === 1) {
    return setAt(context, parents, {});
  }
  return [
    map.flow
      ? removeFromFlow(source, map, map.items.indexOf(pair))
      : removePair(source, map, pair, manner),
  ];
}

function moveAt(
  { source, manner }: Context,
  { path, to }: Extract<Edit, { kind: 'move' }>,
): Splice[] {
  const from = Number(path.at(-1));
  const list = path.slice(0, -1);
  assertNotShared(source, list, false);
  const seq = asSeq(nodeAt(source, list), path);
  return [
    seq.flow
      ? moveInFlow(source, seq, { from, to })
      : moveItem(source, seq, { from, to }, manner),
  ];
}

function nodeAt({ document }: YamlText, path: PathSegments): unknown {
  return path.reduce<unknown>(childOf, document.contents);
}

function asMap(node: unknown, path: PathSegments): YAMLMap {
  if (!isMap(node)) {
    throw notFound(node, path);
  }
  return node;
}

function asSeq(node: unknown, path: PathSegments): YAMLSeq {
  if (!isSeq(node)) {
    throw notFound(node, path);
  }
  return node;
}

function notFound(node: unknown, path: PathSegments) {
  return new InputError(
    `There is no place for '${formatPath(path)}' in the text${
      isAlias(node) ? ' behind an alias' : ''
    }`,
  );
}
