import type { Knex } from 'knex';

/** Replaces the history of the scorecard `ready` by these results, the oldest first. */
export async function replaceHistory(
  knex: Knex,
  results: readonly {
    name: string;
    level: string | null;
    score?: number | null;
    at: Date;
  }[],
): Promise<void> {
  const last = new Map<string, string | null>();
  await knex('scorecard_history').delete();
  for (const { name, level, score = null, at } of results) {
    await knex('scorecard_history').insert({
      scorecard: 'ready',
      entity_ref: `component:default/${name}`,
      at,
      version: 'v',
      level,
      score,
      level_held: false,
      outcomes: '{}',
      previous_level: last.get(name) ?? null,
      is_first: !last.has(name),
    });
    last.set(name, level);
  }
}
