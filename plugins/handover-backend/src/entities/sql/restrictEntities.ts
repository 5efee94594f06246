import type { Knex } from 'knex';
import type { EntityFilter } from '../EntitiesService';
import { applyEntityFilter } from './applyEntityFilter';
import { isOneOf } from './lists';

/** Restricts a query that joins `entities as e` to the entities that were asked for. */
export function restrictEntities(
  builder: Knex.QueryBuilder,
  options: {
    db: Knex;
    /** The column with the reference of the entity. */
    column: string;
    query: { filter?: EntityFilter; owner?: string[]; system?: string[] };
  },
): Knex.QueryBuilder {
  const {
    db,
    column,
    query: { filter, owner, system },
  } = options;
  if (filter) {
    applyEntityFilter(builder, { db, column, filter });
  }
  if (owner) {
    builder.whereIn(
      column,
      db('entity_owners')
        .where(isOneOf(db, 'owner', owner))
        .select('entity_ref'),
    );
  }
  if (system) {
    builder.where(isOneOf(db, 'e.system', system));
  }
  return builder;
}
