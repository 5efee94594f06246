import type { Knex } from 'knex';
import type { EntityFilter } from '../../../entities/EntitiesService';
import { applyEntityFilter } from '../../../entities/sql';
import type { FailureQuery, FoundFailure } from '../DocumentStore';
import { likePattern } from './likePattern';

/** How many of the best are compared in detail. */
const CANDIDATES = 200;

type Row = {
  entity_ref: string;
  title: string | null;
  owner: string;
  failure: string;
};

/**
 * The failures that share the most words with a symptom. The database counts
 * words over the texts of the failures alone; the few best are then ranked by
 * where the words are, because a word of the symptom tells more than one of
 * the cause.
 */
export async function findFailures(
  db: Knex,
  query: FailureQuery,
): Promise<FoundFailure[]> {
  const visible = db('documents as v')
    .join('entities as e', 'e.entity_ref', 'v.entity_ref')
    .select('v.entity_ref', 'v.revision', 'e.title', 'e.owner');
  const restrict = (filter: EntityFilter) =>
    applyEntityFilter(visible, { db, column: 'v.entity_ref', filter });
  if (query.owner) {
    restrict({ key: 'owner', values: [query.owner] });
  }
  if (query.system) {
    restrict({ key: 'system', values: [query.system] });
  }
  if (query.filter) {
    restrict(query.filter);
  }

  const patterns = query.words.map(likePattern);
  const contains = `f.search_text like ? escape '\\'`;
  const rows: Row[] = await db
    .from(visible.as('d'))
    .join('document_failures as f', join =>
      join.on('f.entity_ref', 'd.entity_ref').on('f.number', 'd.revision'),
    )
    .whereRaw(`(${patterns.map(() => contains).join(' or ')})`, patterns)
    .orderByRaw(
      `${patterns
        .map(() => `case when ${contains} then 1 else 0 end`)
        .join(' + ')} desc`,
      patterns,
    )
    .orderBy([{ column: 'd.entity_ref' }, { column: 'f.position' }])
    .limit(CANDIDATES)
    .select('d.entity_ref', 'd.title', 'd.owner', 'f.failure');

  // Sorting is stable: equals stay in the order of their entities.
  return rows
    .map(row => toFoundFailure(row, query.words))
    .sort((a, b) => b.score - a.score)
    .slice(0, query.limit);
}

function toFoundFailure(row: Row, words: string[]): FoundFailure {
  const failure: FoundFailure['failure'] = JSON.parse(row.failure);
  const { reason, message, container, alert } = failure.match ?? {};
  const seen = lower([failure.symptom, reason, message, container, alert]);
  const behind = lower([failure.cause]);
  const points = words.map(word => {
    if (seen.includes(word)) {
      return 1;
    }
    return behind.includes(word) ? 0.5 : 0;
  });
  return {
    entityRef: row.entity_ref,
    title: row.title ?? undefined,
    owner: row.owner || undefined,
    failure,
    score: points.reduce<number>((sum, each) => sum + each, 0) / words.length,
  };
}

function lower(texts: (string | undefined)[]): string {
  return texts.filter(Boolean).join('\n').toLocaleLowerCase('en-US');
}
