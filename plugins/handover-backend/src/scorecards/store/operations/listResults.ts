import type { Knex } from 'knex';
import { z } from 'zod/v4';
import {
  checkLimit,
  cursorText,
  decodeCursor,
  encodeCursor,
} from '../../../cursor';
import type { ScorecardResultSummary } from '@backstage-handover/plugin-handover-common';
import type { ResultQuery } from '../ScorecardStore';
import { type ResultRow, toIso } from '../tables';
import { restrictEntities } from '../../../entities/sql';

/** Sorts behind every score: nothing applies. */
const NO_SCORE = 2;

type Row = Pick<
  ResultRow,
  'entity_ref' | 'level' | 'rank' | 'level_held' | 'score' | 'changed_at'
> & {
  title: string | null;
  owner: string;
  system: string;
  tier: number;
  sorted_by: string | number;
};

/** {@inheritDoc ScorecardStore.listResults} */
export async function listResults(
  db: Knex,
  query: ResultQuery,
): Promise<{
  items: ScorecardResultSummary[];
  nextCursor?: string;
  totalItems: number;
}> {
  const limit = checkLimit(query.limit);
  const { field, order } = query.sort ?? { field: 'entityRef', order: 'asc' };
  const sortBy = sortColumn(db, field);
  const after =
    query.cursor &&
    decodeCursor(
      query.cursor,
      z.strictObject({
        field: z.literal(field),
        order: z.literal(order),
        value: field === 'entityRef' ? cursorText : z.number(),
        entityRef: cursorText,
      }),
    );

  const page = selectResults(db, query)
    .select(
      'r.entity_ref',
      'r.level',
      'r.rank',
      'r.level_held',
      'r.score',
      'r.changed_at',
      'e.title',
      'e.owner',
      'e.system',
      'e.tier',
      db.raw('? as sorted_by', [sortBy]),
    )
    .orderByRaw(`? ${order}, ?? ${order}`, [sortBy, 'r.entity_ref'])
    .limit(limit + 1);
  if (after) {
    page.whereRaw(`(?, ??) ${order === 'asc' ? '>' : '<'} (?, ?)`, [
      sortBy,
      'r.entity_ref',
      after.value,
      after.entityRef,
    ]);
  }
  const [rows, [{ count }]]: [Row[], { count: number | string }[]] =
    await Promise.all([page, selectResults(db, query).count({ count: '*' })]);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(toSummary),
    ...(rows.length > limit &&
      last && {
        nextCursor: encodeCursor({
          field,
          order,
          value: last.sorted_by,
          entityRef: last.entity_ref,
        }),
      }),
    totalItems: Number(count),
  };
}

function sortColumn(
  db: Knex,
  field: NonNullable<ResultQuery['sort']>['field'],
): Knex.Raw {
  switch (field) {
    case 'level':
      return db.raw('??', ['r.rank']);
    case 'score':
      return db.raw('coalesce(??, ?)', ['r.score', NO_SCORE]);
    default:
      return db.raw('??', ['r.entity_ref']);
  }
}

/** The results that match, as `scorecard_results as r` joined with `entities as e`. */
export function selectResults(
  db: Knex,
  query: Omit<ResultQuery, 'sort' | 'limit' | 'cursor'>,
): Knex.QueryBuilder {
  const builder: Knex.QueryBuilder = db('scorecard_results as r').join(
    'entities as e',
    'e.entity_ref',
    'r.entity_ref',
  );
  builder.where('r.scorecard', query.scorecard);
  restrictEntities(builder, { db, column: 'r.entity_ref', query });
  if (query.level) {
    const levels = query.level.filter(level => level !== 'none');
    builder.where(either => {
      either.whereIn('r.level', levels);
      if (levels.length < query.level!.length) {
        either.orWhereNull('r.level');
      }
    });
  }
  if (query.check || query.outcome) {
    const outcomes = db('scorecard_outcomes')
      .where('scorecard', query.scorecard)
      .select('entity_ref');
    if (query.check) {
      outcomes.where('check_id', query.check);
    }
    if (query.outcome) {
      outcomes.whereIn('outcome', query.outcome);
    }
    builder.whereIn('r.entity_ref', outcomes);
  }
  return builder;
}

function toSummary(row: Row): ScorecardResultSummary {
  return {
    entityRef: row.entity_ref,
    title: row.title ?? undefined,
    owner: row.owner || undefined,
    system: row.system || undefined,
    tier: row.tier || undefined,
    level: row.level ?? undefined,
    levelHeld: Boolean(row.level_held),
    score: row.score ?? undefined,
    changedAt: toIso(row.changed_at),
  };
}
