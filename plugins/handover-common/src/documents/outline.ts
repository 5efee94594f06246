import type { PathSegments } from './path';
import { SECTIONS } from './registry/registry';

/**
 * The names in a document that refer to each other. Read from a value that may
 * not match the schema: unexpected values are left out, and the positions in
 * lists are kept.
 */
export type Outline = {
  environments: { name?: string; promotedFrom?: string }[];
  /** Environments that `deployment.trigger` names. */
  triggers: string[];
  windows: WindowOutline[];
  /** The ids in each list whose elements may have one. */
  ids: { list: PathSegments; ids: (string | undefined)[] }[];
};

/** What is checked of a window. */
export type WindowOutline = { environments: string[]; schedule: unknown };

/** The lists whose elements may have an id, by section. */
const LISTS_WITH_IDS: readonly { section: string; list: string }[] =
  /* @__PURE__ */ SECTIONS.flatMap(({ key, fields }) =>
    fields.flatMap(({ path }) => {
      const list = /^([^[]+)\[\]\.id$/.exec(path)?.[1];
      return list === undefined ? [] : [{ section: key, list }];
    }),
  );

/** Reads the outline of any value. */
export function outline(value: unknown): Outline {
  return {
    environments: items(get(value, 'environments')).map(item => ({
      name: text(get(item, 'name')),
      promotedFrom: text(get(item, 'promotedFrom')),
    })),
    triggers: keys(get(get(value, 'deployment'), 'trigger')),
    windows: outlineWindows(get(get(value, 'windows'), 'items')),
    ids: LISTS_WITH_IDS.map(({ section, list }) => ({
      list: [section, list],
      ids: array(get(get(value, section), list)).map(item =>
        text(get(item, 'id')),
      ),
    })),
  };
}

/** Reads the outline of any list of windows. */
export function outlineWindows(list: unknown): WindowOutline[] {
  return array(list).map(item => ({
    environments: array(get(item, 'environments')).map(
      // A name that is no text is the schema's to report: `*` matches all.
      each => text(each) ?? '*',
    ),
    schedule: get(item, 'schedule'),
  }));
}

function get(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function array(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function items(section: unknown): unknown[] {
  return array(get(section, 'items'));
}

function keys(value: unknown): string[] {
  return isObject(value) && !Array.isArray(value) ? Object.keys(value) : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() : undefined;
}
