import type { Knex } from 'knex';
import { removeInBatches } from '../../../removeInBatches';
import type { HistoryRow } from '../tables';

/** {@inheritdoc DocumentStore.removeHistoryBefore} */
export async function removeHistory(db: Knex, time: Date): Promise<number> {
  return removeInBatches(limit =>
    db<HistoryRow>('document_history')
      .whereIn(
        'id',
        db<HistoryRow>('document_history as old')
          .where('old.at', '<', time)
          // The last row tells what still holds, unless the entity left.
          .where(superseded =>
            superseded
              .whereExists(
                db('document_history as newer')
                  .select(db.raw('1'))
                  .where('newer.entity_ref', db.ref('old.entity_ref'))
                  .where('newer.id', '>', db.ref('old.id'))
                  // What held at that time stays known.
                  .where('newer.at', '<=', time),
              )
              .orWhereNotExists(
                db('documents')
                  .select(db.raw('1'))
                  .where('documents.entity_ref', db.ref('old.entity_ref')),
              ),
          )
          .select('old.id')
          .limit(limit),
      )
      .delete(),
  );
}
