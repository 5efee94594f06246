import type {
  EntityScope,
  EntityScopeFields,
} from '@backstage-handover/plugin-handover-common/entities';
import type { Knex } from 'knex';
import { isOneOf } from './lists';

/**
 * Selects the references of the entities in a scope. `matchesScope` answers the
 * same for one entity.
 */
export function selectScope(
  db: Knex,
  { except = [], ...fields }: EntityScope,
): Knex.QueryBuilder {
  const query = db('entities as s').select('s.entity_ref');
  query.where(all => applyFields(db, all, fields));
  for (const each of except) {
    query.whereNot(excepted => applyFields(db, excepted, each));
  }
  return query;
}

/** AND between fields, OR between the values of one. Labels are a field each. */
function applyFields(
  db: Knex,
  query: Knex.QueryBuilder,
  scope: EntityScopeFields,
): void {
  const { kind, type, lifecycle, system, domain, owner, tier, tags } = scope;
  const isIn = (column: string, values: readonly string[]) =>
    query.andWhere(isOneOf(db, column, values));
  const hasRow = (table: string, column: string, values: readonly string[]) =>
    query.whereIn(
      's.entity_ref',
      db(table).where(isOneOf(db, column, values)).select('entity_ref'),
    );

  query.whereRaw('1 = 1');
  if (kind) {
    isIn('s.kind', kind);
  }
  if (type) {
    isIn('s.type', type);
  }
  if (lifecycle) {
    isIn('s.lifecycle', lifecycle);
  }
  if (system) {
    isIn('s.system', system);
  }
  if (domain) {
    const isInDomain = (column: string) => isOneOf(db, column, domain);
    query.andWhere(either =>
      either
        .where(isInDomain('s.domain'))
        .orWhere(inherited =>
          inherited
            .where('s.domain', '')
            .whereIn(
              's.system',
              db('entities').where(isInDomain('domain')).select('entity_ref'),
            ),
        ),
    );
  }
  if (owner) {
    hasRow('entity_owners', 'owner', owner);
  }
  if (tier) {
    query.whereIn('s.tier', tier);
  }
  if (tags) {
    hasRow('entity_tags', 'tag', tags);
  }
  for (const [name, values] of Object.entries(scope.labels ?? {})) {
    query.whereIn(
      's.entity_ref',
      db('entity_labels')
        .where({ name })
        .andWhere(isOneOf(db, 'value', values))
        .select('entity_ref'),
    );
  }
}
