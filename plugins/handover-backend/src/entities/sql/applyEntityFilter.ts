import type { Knex } from 'knex';
import type { EntityFilter, EntityFilterKey } from '../EntitiesService';
import { selectOwnedBy } from './groups';
import { isOneOf } from './lists';
import { selectScope } from './selectScope';

/**
 * Restricts a query on any table to rows whose entity matches a filter.
 *
 * @param options.column - the column with the reference of the entity, such as
 *   `documents.entity_ref`
 */
export function applyEntityFilter(
  query: Knex.QueryBuilder,
  options: { db: Knex; column: string; filter: EntityFilter },
): Knex.QueryBuilder {
  const { db, column, filter } = options;
  if ('allOf' in filter) {
    return query.where(all => {
      all.whereRaw('1 = 1');
      for (const part of filter.allOf) {
        all.andWhere(each =>
          applyEntityFilter(each, { db, column, filter: part }),
        );
      }
    });
  }
  if ('anyOf' in filter) {
    return query.where(any => {
      any.whereRaw('1 = 0');
      for (const part of filter.anyOf) {
        any.orWhere(each =>
          applyEntityFilter(each, { db, column, filter: part }),
        );
      }
    });
  }
  if ('not' in filter) {
    return query.whereNot(negated =>
      applyEntityFilter(negated, { db, column, filter: filter.not }),
    );
  }
  if ('scope' in filter) {
    return query.whereIn(column, selectScope(db, filter.scope));
  }
  return applyTerm(query, {
    db,
    column,
    key: filter.key,
    values: filter.values.map(value => value.toLocaleLowerCase('en-US')),
  });
}

function applyTerm(
  query: Knex.QueryBuilder,
  options: { db: Knex; column: string; key: EntityFilterKey; values: string[] },
): Knex.QueryBuilder {
  const { db, column, key, values } = options;
  switch (key) {
    case 'entityRef':
      return query.where(isOneOf(db, column, values));
    case 'ownershipClaim':
      return query.whereRaw('?? in (?)', [column, selectOwnedBy(db, values)]);
    case 'owner':
      return query.whereIn(
        column,
        db('entity_owners')
          .where(isOneOf(db, 'owner', values))
          .select('entity_ref'),
      );
    case 'kind':
    case 'namespace':
    case 'system':
      return query.whereIn(
        column,
        db('entities').where(isOneOf(db, key, values)).select('entity_ref'),
      );
    default:
      // A filter that is not understood must not let anything through.
      throw new Error(`Unknown key '${key satisfies never}' in a filter`);
  }
}
