import type { InitiativeState } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import {
  checkLimit,
  cursorText,
  decodeCursor,
  encodeCursor,
} from '../../../../cursor';
import type { InitiativeQuery, StoredInitiative } from '../InitiativeStore';
import { type InitiativeRow, toInitiative } from '../tables';

const cursorSchema = z.strictObject({
  endsOn: cursorText,
  initiative: cursorText,
});

/** {@inheritDoc InitiativeStore.list} */
export async function listInitiatives(
  db: Knex,
  query: InitiativeQuery,
): Promise<{
  items: StoredInitiative[];
  nextCursor?: string;
  totalItems: number;
}> {
  const limit = checkLimit(query.limit);
  const after = query.cursor && decodeCursor(query.cursor, cursorSchema);
  const page = select(db, query)
    .orderBy(['ends_on', 'id'])
    .limit(limit + 1)
    .select();
  if (after) {
    page.whereRaw('(??, ??) > (?, ?)', [
      'ends_on',
      'id',
      after.endsOn,
      after.initiative,
    ]);
  }
  const [rows, [{ count }]]: [InitiativeRow[], { count: number | string }[]] =
    await Promise.all([page, select(db, query).count({ count: '*' })]);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(toInitiative),
    ...(rows.length > limit &&
      last && {
        nextCursor: encodeCursor({ endsOn: last.ends_on, initiative: last.id }),
      }),
    totalItems: Number(count),
  };
}

function select(
  db: Knex,
  { state, scorecard, today }: InitiativeQuery,
): Knex.QueryBuilder {
  const builder: Knex.QueryBuilder = db('initiatives');
  if (scorecard !== undefined) {
    builder.where({ scorecard });
  }
  if (state) {
    builder.where(any => {
      any.whereRaw('1 = 0');
      state.forEach(each =>
        any.orWhere(one => {
          restrictState(one, each, today);
        }),
      );
    });
  }
  return builder;
}

/** As `initiativeState` has it. */
function restrictState(
  builder: Knex.QueryBuilder,
  state: InitiativeState,
  today: string,
): void {
  if (state === 'draft' || state === 'closed') {
    builder.where({ status: state });
    return;
  }
  builder.where({ status: 'published' });
  switch (state) {
    case 'planned':
      builder.where('starts_on', '>', today);
      break;
    case 'active':
      builder.where('starts_on', '<=', today).where('ends_on', '>=', today);
      break;
    default:
      builder.where('ends_on', '<', today).where('starts_on', '<=', today);
  }
}
