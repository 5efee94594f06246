import { isJsonObject } from '../documents/json';
import type { JsonObject, JsonValue } from '../documents/json';
import type { PathSegments } from '../documents/path';
import type { Evidence } from './types';

/** Most elements that are proposed for one list: people must read a draft. */
export const MAX_ITEMS = 50;

/** A field of the draft and where its value comes from. */
export type ProposedField = { path: PathSegments; evidence: Evidence };

/** Values for one field that cannot all be true. */
export type ProposalConflict = {
  path: PathSegments;
  /** The different values, each with the first evidence for it. */
  options: { value: JsonValue; evidence: Evidence }[];
};

/** What proposals make together. */
export type Composed = {
  /** The content of the document. It is not checked yet. */
  values: JsonObject;
  fields: ProposedField[];
  /** Where sources disagree. */
  conflicts: ProposalConflict[];
};

/** A document that is put together from proposals. */
export class Composition implements Composed {
  readonly values: JsonObject = {
    apiVersion: 'handover.dev/v1',
    kind: 'Handover',
  };
  readonly fields: ProposedField[] = [];
  readonly conflicts: ProposalConflict[] = [];

  /** Sets a field. */
  set([section, key]: string[], value: JsonValue, evidence: Evidence) {
    this.#section(section)[key] = value;
    this.fields.push({ path: [section, key], evidence });
  }

  /** Sets a mapping whose values have evidence of their own. */
  setAll(section: string, key: string, value: JsonObject) {
    this.#section(section)[key] = value;
  }

  /** Adds to a list what it does not have yet. */
  add([section, key]: string[], value: JsonValue, evidence: Evidence) {
    const parent = this.#section(section);
    const list = parent[key] ?? [];
    if (!Array.isArray(list)) {
      throw new TypeError(`'${section}.${key}' is not a list`);
    }
    const json = JSON.stringify(value);
    if (
      list.length < MAX_ITEMS &&
      !list.some(each => JSON.stringify(each) === json)
    ) {
      parent[key] = [...list, value];
      this.fields.push({ path: [section, key, list.length], evidence });
    }
  }

  /** Notes that there are different values for a field. */
  disagree(path: PathSegments, options: ProposalConflict['options']) {
    this.conflicts.push({ path, options });
  }

  #section(name: string): JsonObject {
    const section = this.values[name] ?? {};
    if (!isJsonObject(section)) {
      throw new TypeError(`'${name}' is not a section`);
    }
    this.values[name] = section;
    return section;
  }
}
