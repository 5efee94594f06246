import type { Knex } from 'knex';
import { removeInBatches } from '../../../removeInBatches';
import type { HistoryRow } from '../tables';

/** {@inheritDoc ScorecardStore.removeHistoryBefore} */
export async function removeHistory(db: Knex, time: Date): Promise<number> {
  const ofSame = (table: string) =>
    db(`${table} as other`)
      .select(db.raw('1'))
      .where('other.entity_ref', db.ref('old.entity_ref'))
      .where('other.scorecard', db.ref('old.scorecard'));
  return removeInBatches(limit =>
    db<HistoryRow>('scorecard_history')
      .whereIn(
        'id',
        db('scorecard_history as old')
          .where('old.at', '<', time)
          .where(ended =>
            ended
              .whereExists(
                ofSame('scorecard_history')
                  .where('other.id', '>', db.ref('old.id'))
                  // What held at that time stays known.
                  .where('other.at', '<=', time),
              )
              .orWhereNotExists(ofSame('scorecard_results')),
          )
          .select('old.id')
          .limit(limit),
      )
      .delete(),
  );
}
