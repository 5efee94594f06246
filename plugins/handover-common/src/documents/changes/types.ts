import type { JsonValue } from '../json';

/**
 * A list item by its id, whatever its position.
 *
 * @alpha
 */
export type ItemId = { id: string };

/**
 * A path in a document: keys, indexes of list items (starting at 0), and ids of
 * list items.
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
   * Sets a field, a list item or a section. Creates missing or empty mappings
   * on the way, but not lists.
   */
  | { kind: 'set'; path: ChangePath; value: JsonValue }
  /** Removes a field, a list item or a section. */
  | { kind: 'remove'; path: ChangePath }
  /**
   * Adds an item to the list at `path`, at index `at` or else at the end.
   * Creates a missing list.
   */
  | { kind: 'insert'; path: ChangePath; value: JsonValue; at?: number }
  /** Moves the list item at `path` to another index of its list. */
  | { kind: 'move'; path: ChangePath; to: number };
