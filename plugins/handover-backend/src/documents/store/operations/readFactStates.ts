import type { Coverage } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import { isOneOf, isPostgres } from '../../../entities/sql';
import type { DocumentFactInput } from '@backstage-handover/plugin-handover-common/scorecards';
import { type DocumentRow, PENDING, toDate, toProblems } from '../tables';

type Row = Pick<
  DocumentRow,
  | 'entity_ref'
  | 'source'
  | 'revision'
  | 'coverage'
  | 'review_due_at'
  | 'problems'
> & {
  status: Exclude<DocumentRow['status'], 'pending'>;
  tier: number;
  effects?: string | null;
};

/** {@inheritDoc DocumentFactReader.readFactStates} */
export async function readFactStates(
  db: Knex,
  entityRefs: string[],
  options: { withWindows: boolean; now: Date },
): Promise<Map<string, DocumentFactInput>> {
  const query = db('documents as d')
    .join('entities as e', 'e.entity_ref', 'd.entity_ref')
    .where(isOneOf(db, 'd.entity_ref', entityRefs))
    .whereNot('d.status', PENDING)
    .select(
      'd.entity_ref',
      'd.source',
      'd.status',
      'd.revision',
      'd.coverage',
      'd.review_due_at',
      'd.problems',
      'e.tier',
    );
  if (options.withWindows) {
    query
      .leftJoin('document_revisions as r', join =>
        join.on('r.entity_ref', 'd.entity_ref').on('r.number', 'd.revision'),
      )
      .select(selectEffects(db));
  }
  const rows: Row[] = await query;
  return new Map(
    rows.map(row => [row.entity_ref, toFactState(row, options.now)]),
  );
}

function toFactState(row: Row, now: Date): DocumentFactInput {
  const dueAt = toDate(row.review_due_at);
  const coverage: Coverage | undefined =
    row.revision > 0 && row.coverage !== null
      ? JSON.parse(row.coverage)
      : undefined;
  return {
    status: row.status,
    source: row.source,
    coverage,
    stale: dueAt <= now,
    tier: row.tier,
    problems: toProblems(row.problems).length,
    windows: row.effects ? JSON.parse(row.effects) : [],
  };
}

/**
 * The effects of the windows as a JSON array. The database takes them out of the
 * document, as whole documents are long.
 */
function selectEffects(db: Knex): Knex.Raw {
  return db.raw(
    isPostgres(db)
      ? `(select json_agg(item -> 'effect')::text from json_array_elements(r.document::json -> 'windows' -> 'items') as item) as effects`
      : `(select json_group_array(json_extract(value, '$.effect')) from json_each(r.document, '$.windows.items')) as effects`,
  );
}
