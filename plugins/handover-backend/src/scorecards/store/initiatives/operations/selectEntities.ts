import type { Knex } from 'knex';
import { isOneOf, restrictEntities } from '../../../../entities/sql';
import type { InitiativeEntitiesQuery } from '../InitiativeStore';

/**
 * The entities of initiatives that a caller may see, as
 * `initiative_entities as m` joined with `entities as e`. Entities that left the
 * catalog after the initiative was closed are there for those who may see
 * everything.
 */
export function selectEntities(
  db: Knex,
  ids: readonly string[],
  query: InitiativeEntitiesQuery,
): Knex.QueryBuilder {
  const builder: Knex.QueryBuilder = db('initiative_entities as m')
    .leftJoin('entities as e', 'e.entity_ref', 'm.entity_ref')
    .whereIn('m.initiative_id', ids);
  const { owner, filter } = query;
  restrictEntities(builder, {
    db,
    column: 'm.entity_ref',
    query: { filter },
  });
  if (owner) {
    builder.where(either =>
      either.where(isOneOf(db, 'm.owner', owner)).orWhere(current =>
        restrictEntities(current.whereNull('m.owner'), {
          db,
          column: 'm.entity_ref',
          query: { owner },
        }),
      ),
    );
  }
  return builder;
}

/** The main owner: of a closed initiative, when it was closed. */
export function ownerColumn(db: Knex): Knex.Raw {
  return db.raw(`coalesce(??, ??, '')`, ['m.owner', 'e.owner']);
}

/** Columns that count by progress. */
export function countColumns(db: Knex): Record<string, Knex.Raw> {
  return Object.fromEntries(
    ['reached', 'open', 'unknown'].map(progress => [
      progress,
      db.raw('sum(case when ?? = ? then 1 else 0 end)', [
        'm.progress',
        progress,
      ]),
    ]),
  );
}

/** Counts as the engines give them. */
export type CountRow = Record<'reached' | 'open' | 'unknown', number | string>;

export function toCounts({ reached, open, unknown }: CountRow) {
  return {
    reached: Number(reached),
    open: Number(open),
    unknown: Number(unknown),
  };
}
