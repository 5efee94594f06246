import type { OpenCheck } from '@backstage-handover/plugin-handover-common';
import { OPEN_OUTCOMES } from '@backstage-handover/plugin-handover-common/scorecards';
import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import {
  checkLimit,
  cursorText,
  decodeCursor,
  encodeCursor,
} from '../../../cursor';
import {
  isOneOf,
  isPostgres,
  restrictEntities,
  selectPairs,
} from '../../../entities/sql';
import type { CheckKey, OpenCheckQuery } from '../ScorecardStore';

type Row = {
  place: number;
  scorecard: string;
  check_id: string;
  entity_ref: string;
  outcome: OpenCheck['outcome'];
  title: string | null;
  owner: string;
  system: string;
  tier: number;
};

type Counts = { total: number | string; entities: number | string };

/** {@inheritDoc ScorecardStore.listOpenChecks} */
export async function listOpenChecks(
  db: Knex,
  query: OpenCheckQuery,
): Promise<{
  items: OpenCheck[];
  nextCursor?: string;
  totalItems: number;
  openEntities: number;
  entities: number;
}> {
  const limit = checkLimit(query.limit);
  const after = query.cursor && readCursor(query.cursor, query.checks);
  const page = selectOpen(db, query)
    .select(
      'p.place',
      'o.scorecard',
      'o.check_id',
      'o.entity_ref',
      'o.outcome',
      'e.title',
      'e.owner',
      'e.system',
      'e.tier',
    )
    .orderBy(['p.place', 'o.entity_ref'])
    .limit(limit + 1);
  if (after) {
    page.whereRaw('(??, ??) > (?, ?)', [
      'p.place',
      'o.entity_ref',
      after.place,
      after.entityRef,
    ]);
  }
  const [rows, [open], [evaluated]]: [Row[], Counts[], Counts[]] =
    await Promise.all([
      page,
      selectOpen(db, query).select(countsOf(db, 'o.entity_ref')),
      selectEvaluated(db, query).select(countsOf(db, 'r.entity_ref')),
    ]);
  const items = rows.slice(0, limit).map(toOpenCheck);
  const last = items.at(-1);
  return {
    items,
    ...(rows.length > limit && last && { nextCursor: toCursor(last) }),
    totalItems: Number(open.total),
    openEntities: Number(open.entities),
    entities: Number(evaluated.entities),
  };
}

function countsOf(db: Knex, column: string): Knex.Raw {
  return db.raw('count(*) as total, count(distinct ??) as entities', [column]);
}

/** As `scorecard_outcomes as o` joined with their places as `p` and `entities as e`. */
function selectOpen(db: Knex, query: OpenCheckQuery): Knex.QueryBuilder {
  const checks = query.checks.map(
    ({ scorecard, check }) => [scorecard, check] as const,
  );
  return restrictEntities(
    db(query.upcoming ? selectOutcomes(db, query) : 'scorecard_outcomes as o')
      .joinRaw('join (?) as p on p.a = o.scorecard and p.b = o.check_id', [
        selectPairs(db, checks),
      ])
      .join('entities as e', 'e.entity_ref', 'o.entity_ref')
      .whereIn('o.outcome', OPEN_OUTCOMES),
    { db, query, column: 'o.entity_ref' },
  );
}

/**
 * The outcomes as they are in the results, as `o`. There is no table of those
 * that do not count yet: few look at them, and only until their day.
 */
function selectOutcomes(db: Knex, query: OpenCheckQuery): Knex.Raw {
  return db.raw(
    isPostgres(db)
      ? `(select r.scorecard, r.entity_ref, item ->> 'id' as check_id, item ->> 'outcome' as outcome
            from scorecard_results as r
            cross join lateral json_array_elements(r.checks::json) as item
            where ?) as o`
      : `(select r.scorecard, r.entity_ref, item.value ->> 'id' as check_id, item.value ->> 'outcome' as outcome
            from scorecard_results as r
            cross join json_each(r.checks) as item
            where ?) as o`,
    [isOneOf(db, 'r.scorecard', scorecardsOf(query))],
  );
}

function selectEvaluated(db: Knex, query: OpenCheckQuery): Knex.QueryBuilder {
  return restrictEntities(
    db('scorecard_results as r')
      .join('entities as e', 'e.entity_ref', 'r.entity_ref')
      .where(isOneOf(db, 'r.scorecard', scorecardsOf(query))),
    { db, query, column: 'r.entity_ref' },
  );
}

function scorecardsOf({ checks }: OpenCheckQuery): string[] {
  return [...new Set(checks.map(({ scorecard }) => scorecard))];
}

/**
 * A cursor names its check instead of the check's place, which is another one
 * once a scorecard changes.
 */
function toCursor({ scorecard, check, entityRef }: OpenCheck): string {
  return encodeCursor({ scorecard, check, entityRef });
}

function readCursor(
  cursor: string,
  checks: readonly CheckKey[],
): { place: number; entityRef: string } {
  const { entityRef, ...key } = decodeCursor(
    cursor,
    z.strictObject({
      scorecard: z.string(),
      check: z.string(),
      entityRef: cursorText,
    }),
  );
  const place = checks.findIndex(
    each => each.scorecard === key.scorecard && each.check === key.check,
  );
  if (place < 0) {
    throw new InputError(
      `The cursor is of check '${key.check}' of '${key.scorecard}', which is not in the list any more`,
    );
  }
  return { place, entityRef };
}

function toOpenCheck(row: Row): OpenCheck {
  return {
    entityRef: row.entity_ref,
    title: row.title ?? undefined,
    owner: row.owner || undefined,
    system: row.system || undefined,
    tier: row.tier || undefined,
    scorecard: row.scorecard,
    check: row.check_id,
    outcome: row.outcome,
  };
}
