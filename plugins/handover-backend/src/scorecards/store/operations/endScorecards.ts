import type { Knex } from 'knex';

/** Forgets the results of scorecards that end. Their history stays until its retention ends. */
export async function endScorecards(
  tx: Knex.Transaction,
  names: readonly string[],
): Promise<void> {
  for (const table of ['scorecard_results', 'scorecard_outcomes']) {
    await tx(table).whereIn('scorecard', names).delete();
  }
}
