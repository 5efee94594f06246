import { matchesScope } from './matchesScope';
import type { EntityScope, EntityScopeFields } from './scope';
import type { ScopedEntity } from './types';

/** A field of scopes, and what of an entity it is compared with. */
type IndexedField = {
  wanted: (
    scope: EntityScopeFields,
  ) => readonly (string | number)[] | undefined;
  valuesOf: (entity: ScopedEntity) => readonly (string | number | undefined)[];
};

/** Those that tell entities apart best come first. */
const FIELDS: readonly IndexedField[] = [
  { wanted: scope => scope.system, valuesOf: entity => [entity.system] },
  { wanted: scope => scope.owner, valuesOf: entity => entity.owners },
  { wanted: scope => scope.domain, valuesOf: entity => [entity.domain] },
  { wanted: scope => scope.tags, valuesOf: entity => entity.tags },
  { wanted: scope => scope.type, valuesOf: entity => [entity.type] },
  { wanted: scope => scope.tier, valuesOf: entity => [entity.tier] },
  { wanted: scope => scope.lifecycle, valuesOf: entity => [entity.lifecycle] },
  { wanted: scope => scope.kind, valuesOf: entity => [entity.kind] },
];

type Entry<T> = { item: T; scope: EntityScope; position: number };

/**
 * Finds the items whose scope an entity is in. What it costs depends on those
 * that could apply, not on how many there are.
 *
 * @alpha
 */
export class ScopeIndex<T> {
  /** By the best field of a scope, and by each of its values. */
  readonly #byValue = new Map<string, Entry<T>[]>();
  /** Scopes without a field that is indexed. */
  readonly #others: Entry<T>[] = [];

  /** Creates the index of items. */
  static of<T extends { scope: EntityScope }>(
    items: readonly T[],
  ): ScopeIndex<T> {
    const index = new ScopeIndex<T>();
    items.forEach((item, position) =>
      index.#add({ item, scope: item.scope, position }),
    );
    return index;
  }

  private constructor() {}

  /** In the order in which they were given. */
  find(entity: ScopedEntity): T[] {
    const candidates = new Set(this.#others);
    FIELDS.forEach(({ valuesOf }, field) => {
      for (const value of valuesOf(entity)) {
        if (value !== undefined) {
          this.#byValue
            .get(keyOf(field, value))
            ?.forEach(entry => candidates.add(entry));
        }
      }
    });
    return [...candidates]
      .filter(({ scope }) => matchesScope(entity, scope))
      .sort((a, b) => a.position - b.position)
      .map(({ item }) => item);
  }

  #add(entry: Entry<T>): void {
    for (const [field, { wanted }] of FIELDS.entries()) {
      const values = wanted(entry.scope);
      if (values) {
        for (const value of new Set(values)) {
          const key = keyOf(field, value);
          const entries = this.#byValue.get(key) ?? [];
          entries.push(entry);
          this.#byValue.set(key, entries);
        }
        return;
      }
    }
    this.#others.push(entry);
  }
}

/** Scopes compare text in lower case. */
function keyOf(field: number, value: string | number): string {
  return `${field}:${String(value).toLocaleLowerCase('en-US')}`;
}
