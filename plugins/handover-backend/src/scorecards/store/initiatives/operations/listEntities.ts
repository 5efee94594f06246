import type {
  InitiativeEntity,
  InitiativeProgress,
} from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import {
  checkLimit,
  cursorText,
  decodeCursor,
  encodeCursor,
} from '../../../../cursor';
import { toIso } from '../../tables';
import type { InitiativeEntitiesQuery } from '../InitiativeStore';
import type { InitiativeEntityRow } from '../tables';
import { ownerColumn, selectEntities } from './selectEntities';

type Row = Pick<InitiativeEntityRow, 'entity_ref' | 'progress' | 'since'> & {
  title: string | null;
  owner: string;
  /** SQLite gives numbers, PostgreSQL too. */
  position: number;
};

/** {@inheritDoc InitiativeStore.listEntities} */
export async function listEntities(
  db: Knex,
  id: string,
  query: InitiativeEntitiesQuery & {
    progress?: InitiativeProgress[];
    limit?: number;
    cursor?: string;
  },
): Promise<{
  items: InitiativeEntity[];
  nextCursor?: string;
  totalItems: number;
}> {
  const limit = checkLimit(query.limit);
  const after =
    query.cursor &&
    decodeCursor(
      query.cursor,
      z.strictObject({ progress: z.int(), inInitiative: cursorText }),
    );
  const select = () => {
    const builder = selectEntities(db, [id], query);
    return query.progress
      ? builder.whereIn('m.progress', query.progress)
      : builder;
  };
  const position = db.raw(
    `case ?? when 'open' then 0 when 'unknown' then 1 else 2 end`,
    ['m.progress'],
  );
  const page = select()
    .select('m.entity_ref', 'm.progress', 'm.since', 'e.title', {
      owner: ownerColumn(db),
      position,
    })
    .orderByRaw('?, ??', [position, 'm.entity_ref'])
    .limit(limit + 1);
  if (after) {
    page.whereRaw('(?, ??) > (?, ?)', [
      position,
      'm.entity_ref',
      after.progress,
      after.inInitiative,
    ]);
  }
  const [rows, [{ count }]]: [Row[], { count: number | string }[]] =
    await Promise.all([page, select().count({ count: '*' })]);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(row => ({
      entityRef: row.entity_ref,
      ...(row.title && { title: row.title }),
      ...(row.owner && { owner: row.owner }),
      progress: row.progress,
      since: toIso(row.since),
    })),
    ...(rows.length > limit &&
      last && {
        nextCursor: encodeCursor({
          progress: last.position,
          inInitiative: last.entity_ref,
        }),
      }),
    totalItems: Number(count),
  };
}
