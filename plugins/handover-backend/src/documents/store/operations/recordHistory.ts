import type { DocumentStatus } from '@backstage-handover/plugin-handover-common';
import { coverageOf } from '@backstage-handover/plugin-handover-common/documents';
import type { Knex } from 'knex';
import { RULES_VERSION } from '../derive';
import {
  type DbTime,
  type DocumentRow,
  type HistoryRow,
  PENDING,
  toDate,
} from '../tables';
import { readDocuments } from './readDocuments';

type DifferingRow = Pick<
  DocumentRow,
  | 'entity_ref'
  | 'coverage'
  | 'coverage_ratio'
  | 'coverage_version'
  | 'review_due_at'
  | 'revision'
> & {
  status: DocumentStatus;
  last_at: DbTime | null;
  last_status: string | null;
  last_coverage: number | null;
  last_sections: string | null;
  last_stale: boolean | number | null;
};

/**
 * Stores the state of documents that differ from what was stored of them last.
 * A document that became stale differs too, although nobody changed it.
 *
 * Whoever changes documents calls this in the same transaction, which has their
 * rows locked.
 *
 * @returns how many differed.
 */
export async function recordHistory(
  tx: Knex.Transaction,
  entityRefs: string[],
  now: Date,
): Promise<number> {
  if (entityRefs.length === 0) {
    return 0;
  }
  // Two revisions with the same ratio can cover different sections.
  const candidates = await selectDiffering(tx, now, { orRevised: true })
    .whereIn('d.entity_ref', entityRefs)
    .orderBy('d.entity_ref');
  const sections = await readSections(tx, candidates);
  const rows = candidates.flatMap(candidate =>
    toHistoryRow(candidate, sections(candidate), now),
  );
  if (rows.length > 0) {
    await tx.batchInsert('document_history', rows, 100);
  }
  return rows.length;
}

/**
 * Goes through all documents, a batch at a time, and stores the state of those
 * that differ: those that became stale, and those without any history.
 */
export async function recordAllHistory(
  db: Knex,
  options: { now: Date; batchSize: number; signal: AbortSignal },
): Promise<number> {
  const { now, batchSize, signal } = options;
  let count = 0;
  let after = '';
  for (;;) {
    signal.throwIfAborted();
    const found = await selectDiffering(db, now)
      .where('d.entity_ref', '>', after)
      .orderBy('d.entity_ref')
      .limit(batchSize);
    const refs = found.map(row => row.entity_ref);
    if (refs.length === 0) {
      return count;
    }
    after = refs[refs.length - 1];
    count += await db.transaction(async tx => {
      // Whoever changes one of them right now stores its state as well. This
      // waits for them, and then looks again.
      await tx<DocumentRow>('documents')
        .whereIn('entity_ref', refs)
        .orderBy('entity_ref')
        .forUpdate()
        .select('entity_ref');
      return recordHistory(tx, refs, now);
    });
  }
}

function selectDiffering(
  db: Knex,
  now: Date,
  options: { orRevised?: boolean } = {},
): Knex.QueryBuilder<DifferingRow, DifferingRow[]> {
  return db('documents as d')
    .leftJoin('document_history as h', join =>
      join.on(
        'h.id',
        db.raw(
          '(select max(latest.id) from document_history as latest where latest.entity_ref = d.entity_ref)',
        ),
      ),
    )
    .whereNot('d.status', PENDING)
    .where(differs => {
      differs
        .whereNull('h.id')
        .orWhere('h.status', '<>', db.ref('d.status'))
        .orWhere('h.coverage', '<>', db.ref('d.coverage_ratio'))
        .orWhereRaw('h.stale <> (d.review_due_at <= ?)', [now]);
      if (options.orRevised) {
        differs.orWhere('h.revision', '<>', db.ref('d.revision'));
      }
    })
    .select({
      entity_ref: 'd.entity_ref',
      status: 'd.status',
      coverage: 'd.coverage',
      coverage_ratio: 'd.coverage_ratio',
      coverage_version: 'd.coverage_version',
      review_due_at: 'd.review_due_at',
      revision: 'd.revision',
      last_at: 'h.at',
      last_status: 'h.status',
      last_coverage: 'h.coverage',
      last_sections: 'h.sections',
      last_stale: 'h.stale',
    });
}

/** The coverage of each section, JSON. As stored, where the rules are the same. */
async function readSections(
  db: Knex,
  rows: DifferingRow[],
): Promise<(row: DifferingRow) => string> {
  const isStored = (row: DifferingRow) =>
    row.coverage !== null && row.coverage_version === RULES_VERSION;
  const documents = await readDocuments(
    db,
    rows.filter(row => !isStored(row)),
  );
  return row => {
    const { sections } =
      row.coverage !== null && isStored(row)
        ? (JSON.parse(row.coverage) as ReturnType<typeof coverageOf>)
        : coverageOf(documents.get(row.entity_ref));
    return JSON.stringify(
      Object.fromEntries(
        Object.entries(sections).map(([key, { state }]) => [key, state]),
      ),
    );
  };
}

function toHistoryRow(
  row: DifferingRow,
  sections: string,
  now: Date,
): Omit<HistoryRow, 'id'>[] {
  const stale = toDate(row.review_due_at) <= now;
  const isSameContent =
    row.last_status === row.status &&
    row.last_coverage === row.coverage_ratio &&
    row.last_sections === sections;
  if (isSameContent && Boolean(row.last_stale) === stale) {
    return [];
  }
  return [
    {
      entity_ref: row.entity_ref,
      at: isSameContent && stale ? staleSince(row, now) : now,
      status: row.status,
      coverage: row.coverage_ratio,
      sections,
      stale,
      revision: row.revision,
    },
  ];
}

/** When the review ended, which may be a while before anybody noticed. */
function staleSince({ review_due_at, last_at }: DifferingRow, now: Date): Date {
  const since = toDate(review_due_at);
  return last_at !== null && since >= toDate(last_at) ? since : now;
}
