import type { JsonValue } from '../json';

/**
 * A list element by its id, wherever it is in its list.
 *
 * @alpha
 */
export type ItemId = { id: string };

/**
 * Where in a document something is: keys, indexes of list elements counted from
 * 0, and ids of list elements.
 *
 * @alpha
 */
export type ChangePath = readonly (string | number | ItemId)[];

/**
 * One change of a document. Changes are applied in order, each to the result
 * of the one before.
 *
 * @alpha
 */
export type FieldChange =
  /**
   * Sets a field, a list element or a section. Mappings on the way that are
   * missing or empty are created; lists are not.
   */
  | { kind: 'set'; path: ChangePath; value: JsonValue }
  /** Removes a field, a list element or a section. */
  | { kind: 'remove'; path: ChangePath }
  /** Adds an element to the list at `path`, at its end unless `at` says where. A missing list is created. */
  | { kind: 'insert'; path: ChangePath; value: JsonValue; at?: number }
  /** Moves the list element at `path` to another index of its list. */
  | { kind: 'move'; path: ChangePath; to: number };
