import type {
  EntityChange,
  OwnerChange,
  ScorecardChanges,
} from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import type { ChangesQuery } from '../ScorecardStore';
import { toIso } from '../tables';
import { selectResults } from './listResults';

/** Gains, and drops, that an answer has at most. */
const MAX_CHANGES = 10;

type Moved = { gained: number | string | null; lost: number | string | null };
type OwnerRow = Moved & {
  owner: string;
  entities: number | string;
  before: number;
  after: number;
};
type EntityRow = {
  entity_ref: string;
  title: string | null;
  owner: string;
  level: string | null;
  level_before: string | null;
  before: number;
  after: number;
};

/** {@inheritDoc ScorecardStore.listChanges} */
export async function listChanges(
  db: Knex,
  query: ChangesQuery,
): Promise<ScorecardChanges> {
  const [[totals], gains, drops, risen, fallen]: [
    (Moved & { entities: number | string })[],
    OwnerRow[],
    OwnerRow[],
    EntityRow[],
    EntityRow[],
  ] = await Promise.all([
    selectThenAndNow(db, query).select(
      db.raw('count(*) as entities'),
      ...movedColumns(db, query.levels),
    ),
    selectOwners(db, query, 'desc'),
    selectOwners(db, query, 'asc'),
    selectEntities(db, query, 'desc'),
    selectEntities(db, query, 'asc'),
  ]);
  return {
    since: toIso(query.since),
    entities: Number(totals.entities),
    ...toMoved(totals),
    owners: { gains: gains.map(toOwner), drops: drops.map(toOwner) },
    services: { gains: risen.map(toEntity), drops: fallen.map(toEntity) },
  };
}

/** Results as `r` of `entities as e`, with what held at the time as `h`. */
function selectThenAndNow(db: Knex, query: ChangesQuery): Knex.QueryBuilder {
  return selectResults(db, query)
    .join('scorecard_history as h', join =>
      join.on('h.scorecard', 'r.scorecard').on('h.entity_ref', 'r.entity_ref'),
    )
    .whereIn(
      'h.id',
      db('scorecard_history')
        .where('scorecard', query.scorecard)
        .where('at', '<=', query.since)
        .groupBy('entity_ref')
        .max('id'),
    );
}

function selectOwners(
  db: Knex,
  query: ChangesQuery,
  order: 'asc' | 'desc',
): Knex.QueryBuilder {
  // A mean of differences, so that it is exactly 0 where nothing changed.
  const change = db.raw('avg(?? - ??)', ['r.score', 'h.score']);
  return selectScored(db, query)
    .groupBy('e.owner')
    .havingRaw(`? ${order === 'desc' ? '>' : '<'} 0`, [change])
    .orderByRaw(`? ${order}, ??`, [change, 'e.owner'])
    .limit(MAX_CHANGES)
    .select(
      'e.owner',
      db.raw('count(*) as entities'),
      db.raw('avg(??) as before', ['h.score']),
      db.raw('avg(??) as after', ['r.score']),
      ...movedColumns(db, query.levels),
    );
}

function selectEntities(
  db: Knex,
  query: ChangesQuery,
  order: 'asc' | 'desc',
): Knex.QueryBuilder {
  return selectScored(db, query)
    .whereRaw(`?? ${order === 'desc' ? '>' : '<'} ??`, ['r.score', 'h.score'])
    .orderByRaw(`?? - ?? ${order}, ??`, ['r.score', 'h.score', 'r.entity_ref'])
    .limit(MAX_CHANGES)
    .select(
      'r.entity_ref',
      'e.title',
      'e.owner',
      'r.level',
      'h.level as level_before',
      'h.score as before',
      'r.score as after',
    );
}

function selectScored(db: Knex, query: ChangesQuery): Knex.QueryBuilder {
  return selectThenAndNow(db, query)
    .whereNotNull('h.score')
    .whereNotNull('r.score');
}

/** How many levels are higher and lower than then. One that is gone is neither. */
function movedColumns(db: Knex, levels: readonly string[]): Knex.Raw[] {
  const before = db.raw(
    `case when h.level is null then -1 ${levels
      .map((_, rank) => `when h.level = ? then ${rank}`)
      .join(' ')} end`,
    levels,
  );
  return [
    db.raw('sum(case when r.rank > ? then 1 else 0 end) as gained', [before]),
    db.raw('sum(case when r.rank < ? then 1 else 0 end) as lost', [before]),
  ];
}

function toMoved({ gained, lost }: Moved) {
  return { gained: Number(gained ?? 0), lost: Number(lost ?? 0) };
}

function toOwner(row: OwnerRow): OwnerChange {
  return {
    owner: row.owner,
    entities: Number(row.entities),
    scoreBefore: row.before,
    score: row.after,
    ...toMoved(row),
  };
}

function toEntity(row: EntityRow): EntityChange {
  return {
    entityRef: row.entity_ref,
    title: row.title ?? undefined,
    owner: row.owner || undefined,
    levelBefore: row.level_before ?? undefined,
    level: row.level ?? undefined,
    scoreBefore: row.before,
    score: row.after,
  };
}
