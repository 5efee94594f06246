import type {
  Coverage,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import { isOneOf } from '../../../entities/sql';
import type { DocumentFactState } from '../../DocumentFactReader';
import {
  type DocumentRow,
  NEVER_REVIEWED,
  PENDING,
  toDate,
  toProblems,
} from '../tables';

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
  document?: string | null;
};

/** {@inheritDoc DocumentFactReader.readFactStates} */
export async function readFactStates(
  db: Knex,
  entityRefs: string[],
  options: { withWindows: boolean; now: Date },
): Promise<Map<string, DocumentFactState>> {
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
      .select('r.document');
  }
  const rows: Row[] = await query;
  return new Map(
    rows.map(row => [row.entity_ref, toFactState(row, options.now)]),
  );
}

function toFactState(row: Row, now: Date): DocumentFactState {
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
    windows: row.document ? effectsOf(JSON.parse(row.document)) : [],
    revision: row.revision,
    ...(dueAt > now && dueAt > NEVER_REVIEWED && { reviewDueAt: dueAt }),
  };
}

function effectsOf({ windows }: HandoverDocument): ('allow' | 'deny')[] {
  return (windows?.items ?? []).map(({ effect }) => effect);
}
