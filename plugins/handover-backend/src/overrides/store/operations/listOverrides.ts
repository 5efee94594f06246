import type { Override } from '@backstage-handover/plugin-handover-common';
import { environmentKey } from '@backstage-handover/plugin-handover-common/environments';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import {
  checkLimit,
  cursorText,
  cursorTime,
  decodeCursor,
  encodeCursor,
} from '../../../cursor';
import { isOneOf, restrictEntities } from '../../../entities/sql';
import { withoutNul } from '../../../withoutNul';
import type { OverrideQuery } from '../OverrideStore';
import { type ListedRow, toOverride } from '../tables';
import { inStates } from './inStates';
import { readEnvironments } from './readEnvironments';

const position = z.strictObject({
  requestedAt: cursorTime,
  override: cursorText,
});

/** {@inheritDoc OverrideStore.list} */
export async function listOverrides(
  db: Knex,
  query: OverrideQuery,
  now: Date,
): Promise<{ items: Override[]; nextCursor?: string; totalItems: number }> {
  const limit = checkLimit(query.limit);
  const after = query.cursor && decodeCursor(query.cursor, position);
  const page = select(db, query, now)
    .select('o.*', 'e.title as entity_title', 'e.owner as owner')
    .orderBy([
      { column: 'o.requested_at', order: 'desc' },
      { column: 'o.id', order: 'desc' },
    ])
    .limit(limit + 1);
  if (after) {
    page.whereRaw('(??, ??) < (?, ?)', [
      'o.requested_at',
      'o.id',
      new Date(after.requestedAt),
      after.override,
    ]);
  }
  const [rows, [{ count }]]: [ListedRow[], { count: number | string }[]] =
    await Promise.all([page, select(db, query, now).count({ count: '*' })]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const environments = await readEnvironments(
    db,
    shown.map(({ id }) => id),
  );
  return {
    items: shown.map(row =>
      toOverride(row, environments.get(row.id) ?? [], now),
    ),
    ...(rows.length > limit &&
      last && {
        nextCursor: encodeCursor({
          requestedAt: new Date(last.requested_at).getTime(),
          override: last.id,
        }),
      }),
    totalItems: Number(count),
  };
}

/** The overrides that match, as `overrides as o` joined with `entities as e`. */
function select(db: Knex, query: OverrideQuery, now: Date): Knex.QueryBuilder {
  const builder: Knex.QueryBuilder = db('overrides as o').join(
    'entities as e',
    'e.entity_ref',
    'o.entity_ref',
  );
  restrictEntities(builder, { db, column: 'o.entity_ref', query });
  if (query.entityRef) {
    builder.where(isOneOf(db, 'o.entity_ref', query.entityRef));
  }
  if (query.environment) {
    const keys = query.environment.map(name =>
      withoutNul(environmentKey(name)),
    );
    builder.whereIn(
      'o.id',
      db('override_environments')
        .where(isOneOf(db, 'environment_key', keys))
        .select('override_id'),
    );
  }
  if (query.state) {
    builder.where(inStates(query.state, now));
  }
  return builder;
}
