import type { JsonValue } from '../../documents/json';

/**
 * What values a fact has. A list has at most `MAX_LIST_ITEMS` items. `keys` and
 * `values` name all that there can be, where that is known.
 *
 * @public
 */
export type FactType =
  | { kind: 'bool' }
  | { kind: 'int' }
  | { kind: 'double' }
  | { kind: 'string'; values?: string[] }
  | { kind: 'list'; of: FactType }
  | { kind: 'map'; of: FactType; keys?: string[] };

/**
 * Where the values of a fact come from: somebody wrote them, or they were seen
 * in delivery, Kubernetes, gate or catalog data.
 *
 * @public
 */
export type FactBasis = 'declared' | 'observed';

/**
 * A typed value about entities that scorecards decide from.
 *
 * @public
 */
export type FactDefinition = {
  /** Namespace and name: `document.coverage`. */
  name: string;
  type: FactType;
  basis: FactBasis;
  /** One sentence in Markdown, with the unit. */
  description: string;
};

/**
 * The value of a fact about one entity, or why there is none.
 *
 * @public
 */
export type FactValue = { value: JsonValue } | { missing: string };

/**
 * The facts of one entity, by full name.
 *
 * @alpha
 */
export type FactValues = ReadonlyMap<string, FactValue>;
