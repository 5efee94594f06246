import type { InitiativeProgress } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import { insertRows } from '../../../../insertRows';
import type {
  InitiativeChangeRow,
  InitiativeEntityRow,
  InitiativeRow,
} from '../tables';

/** What an evaluation found about an entity and the initiatives it knew. */
export type EvaluatedProgress = {
  entityRef: string;
  /** Initiatives that were asked. */
  asked: readonly string[];
  /** By initiative. None for those that the entity is not part of. */
  progress: ReadonlyMap<string, InitiativeProgress>;
};

/**
 * Stores how far entities are, and what changed. Makes no statement without an
 * initiative. One that was closed meanwhile stays as it was.
 */
export async function recordProgress(
  tx: Knex.Transaction,
  evaluated: readonly EvaluatedProgress[],
  now: Date,
): Promise<void> {
  const asked = [...new Set(evaluated.flatMap(each => each.asked))];
  if (asked.length === 0) {
    return;
  }
  const open = new Set(await lockOpen(tx, asked));
  const stored = await tx<InitiativeEntityRow>('initiative_entities')
    .whereIn('initiative_id', [...open])
    .whereIn(
      'entity_ref',
      evaluated.map(({ entityRef }) => entityRef),
    )
    .select('initiative_id', 'entity_ref', 'progress');
  const before = new Map(
    stored.map(row => [`${row.initiative_id} ${row.entity_ref}`, row.progress]),
  );

  const changes: Omit<InitiativeChangeRow, 'id'>[] = evaluated.flatMap(
    ({ entityRef, asked: ids, progress }) =>
      ids
        .filter(
          id =>
            open.has(id) &&
            progress.get(id) !== before.get(`${id} ${entityRef}`),
        )
        .map(id => ({
          initiative_id: id,
          entity_ref: entityRef,
          at: now,
          previous: before.get(`${id} ${entityRef}`) ?? null,
          progress: progress.get(id) ?? null,
        })),
  );
  await applyChanges(tx, changes);
}

/**
 * Which of these are not closed. Whoever closes one waits until the transaction
 * ends, or is waited for.
 */
export async function lockOpen(
  tx: Knex.Transaction,
  ids: readonly string[],
): Promise<string[]> {
  return tx<InitiativeRow>('initiatives')
    .whereIn('id', ids)
    .whereNot('status', 'closed')
    .orderBy('id')
    .forShare()
    .pluck('id');
}

/** Makes changes, and records that they were made. */
export async function applyChanges(
  tx: Knex.Transaction,
  changes: readonly Omit<InitiativeChangeRow, 'id'>[],
): Promise<void> {
  const left = changes.filter(({ progress }) => progress === null);
  for (const id of new Set(left.map(each => each.initiative_id))) {
    await tx<InitiativeEntityRow>('initiative_entities')
      .where('initiative_id', id)
      .whereIn(
        'entity_ref',
        left
          .filter(each => each.initiative_id === id)
          .map(each => each.entity_ref),
      )
      .delete();
  }
  await insertRows<InitiativeEntityRow>(
    tx,
    'initiative_entities',
    changes.flatMap(({ initiative_id, entity_ref, at, progress }) =>
      progress === null
        ? []
        : [{ initiative_id, entity_ref, progress, since: at }],
    ),
    { replaceOn: ['initiative_id', 'entity_ref'] },
  );
  await insertRows(tx, 'initiative_changes', changes);
}
