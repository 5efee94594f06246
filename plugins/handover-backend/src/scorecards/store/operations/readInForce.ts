import type {
  Outcome,
  ResultInForce,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { Knex } from 'knex';
import { isOneOf } from '../../../entities/sql';
import type { OutcomeRow, ResultRow } from '../tables';

/** {@inheritDoc ScorecardStore.readInForce} */
export async function readInForce(
  db: Knex,
  scorecard: string,
  entityRefs: string[],
): Promise<Map<string, ResultInForce>> {
  const [results, outcomes] = await Promise.all([
    db<ResultRow>('scorecard_results')
      .where({ scorecard })
      .where(isOneOf(db, 'entity_ref', entityRefs))
      .select('entity_ref', 'version', 'level', 'level_held'),
    db<OutcomeRow>('scorecard_outcomes')
      .where({ scorecard })
      .where(isOneOf(db, 'entity_ref', entityRefs))
      .select('entity_ref', 'check_id', 'outcome'),
  ]);
  const byRef = new Map<string, Record<string, Outcome>>(
    results.map(row => [row.entity_ref, {}]),
  );
  for (const { entity_ref, check_id, outcome } of outcomes) {
    const ofEntity = byRef.get(entity_ref);
    if (ofEntity) {
      ofEntity[check_id] = outcome;
    }
  }
  return new Map(
    results.map(row => [
      row.entity_ref,
      {
        version: row.version,
        level: row.level ?? undefined,
        levelHeld: Boolean(row.level_held),
        outcomes: byRef.get(row.entity_ref)!,
      },
    ]),
  );
}
