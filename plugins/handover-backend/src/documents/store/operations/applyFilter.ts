import type { Knex } from 'knex';
import type { DocumentFilter, DocumentFilterKey } from '../DocumentStore';

const COLUMNS: Record<DocumentFilterKey, string> = {
  entityRef: 'entity_ref',
  kind: 'kind',
  namespace: 'namespace',
  owner: 'owner',
  system: 'system',
  status: 'status',
};

/** Adds a filter expression to a query on `documents`. */
export function applyFilter(
  query: Knex.QueryBuilder,
  filter: DocumentFilter,
): Knex.QueryBuilder {
  if ('allOf' in filter) {
    return query.where(all => {
      all.whereRaw('1 = 1');
      for (const part of filter.allOf) {
        all.andWhere(each => applyFilter(each, part));
      }
    });
  }
  if ('anyOf' in filter) {
    return query.where(any => {
      any.whereRaw('1 = 0');
      for (const part of filter.anyOf) {
        any.orWhere(each => applyFilter(each, part));
      }
    });
  }
  if ('not' in filter) {
    return query.whereNot(negated => applyFilter(negated, filter.not));
  }
  return query.whereIn(
    COLUMNS[filter.key],
    filter.values.map(value => value.toLocaleLowerCase('en-US')),
  );
}
