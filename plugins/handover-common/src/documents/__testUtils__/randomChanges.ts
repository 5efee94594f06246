import type { FieldChange } from '../changes/types';
import { isJsonObject, type JsonValue } from '../json';
import type { PathSegments } from '../path';
import { keyOrder } from '../registry/keyOrder';

/** Values that are hard to write: as text of one or several lines, and other types. */
export const VALUES: readonly JsonValue[] = [
  'plain words',
  'yes',
  'No',
  '1.0',
  '0x1F',
  '12:30:45',
  'null',
  '~',
  'true',
  '2026-11-20',
  '# no comment',
  'a # b',
  'key: value',
  'ends with colon:',
  '- item',
  '? question',
  '*alias',
  '&anchor',
  '!tag',
  '{a: b}',
  '[1, 2]',
  'a, b',
  '"quoted"',
  "it's",
  '\'both\' "quotes"',
  '@here',
  '`code`',
  '%directive',
  '| block',
  '> folded',
  ' spaces around ',
  'tab\tinside',
  'emoji 😀 and ünïcode',
  'line\u2028separator',
  'a very long line that goes on and on until it is longer than any line that a writer of YAML would leave as it is',
  'two\nlines',
  'with a break at its end\n',
  '- list\n- in\n- text',
  '  indented first\nnot then',
  'a\n\nb\n\n\nc',
  '# heading\n\ntext: with colon\n\n    code',
  'tab first\n\tsecond',
  'spaces at the end  \nnext',
  '--- \n...',
  'last line blank\n   ',
  'carriage\r\nreturn',
  '',
  1,
  -2.5,
  1e21,
  true,
  false,
  null,
  [],
  {},
  ['a', 'b: c', 'd\ne'],
  [{ name: 'x', purpose: 'y' }, { name: 'z' }],
  { do: 'run it', command: 'a | b\nc' },
  { nested: { deep: ['x', { y: 'z' }] } },
  [[1, 2], ['three']],
];

/** Every place of a value: paths of mappings, lists and everything inside. */
export function placesOf(
  value: JsonValue,
  path: PathSegments = [],
): PathSegments[] {
  return [
    path,
    ...childrenOf(value).flatMap(([key, child]) =>
      placesOf(child, [...path, key]),
    ),
  ];
}

function childrenOf(value: JsonValue): [string | number, JsonValue][] {
  if (Array.isArray(value)) {
    return [...value.entries()];
  }
  return isJsonObject(value) ? Object.entries(value) : [];
}

export type Dice = { kind: number; place: number; value: number; to: number };

/** One change of one field of a document, chosen by chance. */
export function randomChange(
  root: JsonValue,
  places: readonly PathSegments[],
  dice: Dice,
): FieldChange {
  const inside = places.slice(1);
  const path = inside[dice.place % inside.length];
  const value = VALUES[dice.value % VALUES.length];
  const parent = path.slice(0, -1);
  const list = at(root, parent);
  switch (dice.kind % 6) {
    case 0:
      return { kind: 'remove', path };
    case 1:
      return Array.isArray(list)
        ? {
            kind: 'insert',
            path: parent,
            value,
            at: dice.to % (list.length + 1),
          }
        : { kind: 'set', path, value };
    case 2:
      return Array.isArray(list)
        ? { kind: 'move', path, to: dice.to % list.length }
        : { kind: 'set', path, value };
    case 3: {
      const target = at(root, path);
      const keys = keyOrder(isJsonObject(target) ? path : parent);
      const key = keys[dice.to % Math.max(keys.length, 1)] ?? 'fresh';
      const mapping = isJsonObject(target) ? path : parent;
      return isJsonObject(at(root, mapping))
        ? { kind: 'set', path: [...mapping, key], value }
        : { kind: 'set', path, value };
    }
    default:
      return { kind: 'set', path, value };
  }
}

function at(root: JsonValue, path: PathSegments): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((value, segment) => {
    if (Array.isArray(value)) {
      return value[Number(segment)];
    }
    return isJsonObject(value) ? value[segment] : undefined;
  }, root);
}
