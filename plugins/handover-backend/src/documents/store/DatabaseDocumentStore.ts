import type {
  DocumentHistoryEntry,
  DocumentState,
  DocumentStatus,
  DocumentSummary,
  HandoverDocument,
  Page,
  Revision,
  RevisionSummary,
} from '@backstage-handover/plugin-handover-common';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { z } from 'zod/v4';
import { checkLimit, decodeCursor, encodeCursor } from '../../cursor';
import type { DomainEventOutbox } from '../../events';
import { migratedClient } from '../../migratedClient';
import type { WorkQueue } from '../../queue';
import type { DocumentFactInput } from '@backstage-handover/plugin-handover-common/scorecards';
import type { RevisionInView } from '../DocumentFactReader';
import type {
  ClaimedDocument,
  DocumentListQuery,
  DocumentEnvironment,
  StoredStateText,
  DocumentStore,
  FailureQuery,
  FleetFiguresByGroup,
  FleetQuery,
  FoundFailure,
  NewRevision,
  RecordedOutcome,
  RecordResult,
  ReferencedEntity,
} from './DocumentStore';
import { addRevision } from './operations/addRevision';
import { claimDocuments } from './operations/claimDocuments';
import { deriveOutdated } from './operations/deriveOutdated';
import { findFailures } from './operations/findFailures';
import { listDueReviews } from './operations/listDueReviews';
import { listDocuments } from './operations/listDocuments';
import { listHistory } from './operations/listHistory';
import { markDue } from './operations/markDue';
import { readDocuments } from './operations/readDocuments';
import { readFactStates } from './operations/readFactStates';
import { readRevisions } from './operations/readRevisions';
import { recordAllHistory } from './operations/recordHistory';
import { recordOutcomes } from './operations/recordOutcomes';
import { removeHistory } from './operations/removeHistory';
import { summarizeDocuments } from './operations/summarizeDocuments';
import { syncReferences } from './operations/syncReferences';
import { type StateRow, toStateJson } from './stateJson';
import { REFRESH_TOPIC } from './refreshTopic';
import {
  type DocumentRow,
  normalizeRef,
  PENDING,
  type RefreshRow,
  REVISION_SUMMARY_COLUMNS,
  type RevisionRow,
  toRevisionSummary,
} from './tables';

/** Keeps the handovers in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseDocumentStore implements DocumentStore {
  readonly #db: Knex;
  readonly #queue: WorkQueue;
  readonly #outbox: DomainEventOutbox;
  readonly #now: () => Date;
  /** By the hash of a document: what delivery asks of it again and again. */
  readonly #environments = new LRUCache<string, DocumentEnvironment[]>({
    max: 10_000,
  });

  /**
   * @param options.queue - In the same database, with the same clock.
   * @param options.outbox - In the same database.
   * @param options.now - The clock, of the system unless given.
   */
  static async create(options: {
    database: DatabaseService;
    queue: WorkQueue;
    outbox: DomainEventOutbox;
    now?: () => Date;
  }): Promise<DatabaseDocumentStore> {
    const { database, queue, outbox, now = () => new Date() } = options;
    return new DatabaseDocumentStore(await migratedClient(database), {
      queue,
      outbox,
      now,
    });
  }

  private constructor(
    db: Knex,
    options: {
      queue: WorkQueue;
      outbox: DomainEventOutbox;
      now: () => Date;
    },
  ) {
    this.#db = db;
    this.#queue = options.queue;
    this.#outbox = options.outbox;
    this.#now = options.now;
  }

  async get(entityRef: string): Promise<DocumentState | undefined> {
    const text = await this.getText(entityRef);
    return text && JSON.parse(text.json);
  }

  async getText(entityRef: string): Promise<StoredStateText | undefined> {
    // One statement by three primary keys: this is what every tab asks.
    const row = await this.#db<DocumentRow>('documents as d')
      .leftJoin('document_refreshes as f', 'f.entity_ref', 'd.entity_ref')
      .leftJoin('document_revisions as r', join =>
        join.on('r.entity_ref', 'd.entity_ref').on('r.number', 'd.revision'),
      )
      .where('d.entity_ref', normalizeRef(entityRef))
      .first<StateRow | undefined>({
        entity_ref: 'd.entity_ref',
        source: 'd.source',
        status: 'd.status',
        coverage: 'd.coverage',
        coverage_version: 'd.coverage_version',
        review_due_at: 'd.review_due_at',
        problems: 'd.problems',
        failing_since: 'd.failing_since',
        location: 'd.location',
        partial_document: 'd.partial_document',
        checked_at: 'f.checked_at',
        revision_number: 'r.number',
        revision_source: 'r.source',
        revision_content_hash: 'r.content_hash',
        revision_document: 'r.document',
        revision_author: 'r.author',
        revision_message: 'r.message',
        revision_location: 'r.location',
        revision_created_at: 'r.created_at',
      });
    return (
      row && {
        revision: row.revision_number ?? 0,
        isPending: row.status === PENDING,
        json: toStateJson(row, this.#now()),
      }
    );
  }

  async getEnvironments(
    entityRef: string,
  ): Promise<DocumentEnvironment[] | undefined> {
    const row = await this.#db<DocumentRow>('documents')
      .where('entity_ref', normalizeRef(entityRef))
      .first('content_hash', 'status');
    if (row?.status === PENDING) {
      return undefined;
    }
    if (!row?.content_hash) {
      return row && [];
    }
    const known = this.#environments.get(row.content_hash);
    if (known) {
      return known;
    }
    const state = await this.get(entityRef);
    const environments = state?.document?.environments?.items ?? [];
    if (state?.revision && state.document) {
      this.#environments.set(state.revision.contentHash, environments);
    }
    return environments;
  }

  async list(query: DocumentListQuery): Promise<Page<DocumentSummary>> {
    return listDocuments(this.#db, query, this.#now());
  }

  async listDueReviews(range: { after: Date; until: Date }) {
    return listDueReviews(this.#db, range);
  }

  async summarize(query: FleetQuery): Promise<FleetFiguresByGroup> {
    return summarizeDocuments(this.#db, query, this.#now());
  }

  async findFailures(query: FailureQuery): Promise<FoundFailure[]> {
    return findFailures(this.#db, query);
  }

  async listRevisions(
    entityRef: string,
    page: { limit?: number; cursor?: string },
  ): Promise<Page<RevisionSummary>> {
    const limit = checkLimit(page.limit);
    const after =
      page.cursor &&
      decodeCursor(page.cursor, z.strictObject({ number: z.int32() }));
    const ofEntity = () =>
      this.#db<RevisionRow>('document_revisions').where(
        'entity_ref',
        normalizeRef(entityRef),
      );

    const rows = ofEntity()
      .select(...REVISION_SUMMARY_COLUMNS)
      .orderBy('number', 'desc')
      .limit(limit + 1);
    if (after) {
      rows.where('number', '<', after.number);
    }
    const [found, [{ count }]] = await Promise.all([
      rows,
      ofEntity().count({ count: '*' }),
    ]);
    const items = found.slice(0, limit).map(toRevisionSummary);
    return {
      items,
      ...(found.length > limit
        ? { nextCursor: encodeCursor({ number: items[limit - 1].number }) }
        : {}),
      totalItems: Number(count),
    };
  }

  async getRevision(
    entityRef: string,
    number: number,
  ): Promise<Revision | undefined> {
    const row = await this.#db<RevisionRow>('document_revisions')
      .where({ entity_ref: normalizeRef(entityRef), number })
      .first();
    return (
      row && {
        ...toRevisionSummary(row),
        document: JSON.parse(row.document),
        yaml: row.yaml,
      }
    );
  }

  async readFactStates(
    entityRefs: string[],
    options: { withWindows: boolean },
  ): Promise<Map<string, DocumentFactInput>> {
    return readFactStates(this.#db, entityRefs, {
      ...options,
      now: this.#now(),
    });
  }

  async readRevisions(
    entityRefs: string[],
  ): Promise<Map<string, RevisionInView>> {
    return readRevisions(this.#db, entityRefs, this.#now());
  }

  async readDocuments(
    revisions: ReadonlyMap<string, number>,
  ): Promise<Map<string, HandoverDocument>> {
    return readDocuments(
      this.#db,
      [...revisions].map(([ref, revision]) => ({ entity_ref: ref, revision })),
    );
  }

  async listHistory(
    entityRef: string,
    page: { limit?: number; cursor?: string },
  ): Promise<Page<DocumentHistoryEntry>> {
    return listHistory(this.#db, normalizeRef(entityRef), page);
  }

  async deriveOutdated(options: { signal: AbortSignal }): Promise<number> {
    return deriveOutdated(this.#db, { ...options, now: this.#now() });
  }

  async recordHistory(options: { signal: AbortSignal }): Promise<number> {
    return recordAllHistory(this.#db, {
      ...options,
      now: this.#now(),
      batchSize: 500,
    });
  }

  async removeHistoryBefore(time: Date): Promise<number> {
    return removeHistory(this.#db, time);
  }

  async addRevision(
    entityRef: string,
    options: { expectedRevision: number; revision: NewRevision },
  ): Promise<RevisionSummary> {
    return addRevision(this.#db, normalizeRef(entityRef), {
      ...options,
      outbox: this.#outbox,
      now: this.#now(),
    });
  }

  async syncReferences(
    entities: ReferencedEntity[],
  ): Promise<{ due: string[] }> {
    return syncReferences(this.#db, entities, {
      queue: this.#queue,
      now: this.#now(),
    });
  }

  async listStray(options: {
    kinds: string[];
    limit: number;
  }): Promise<string[]> {
    return this.#db<DocumentRow>('documents as d')
      .leftJoin('entities as e', 'e.entity_ref', 'd.entity_ref')
      .where(stray =>
        stray.whereNull('e.entity_ref').orWhereNotIn('e.kind', options.kinds),
      )
      .limit(options.limit)
      .pluck('d.entity_ref');
  }

  async remove(entityRefs: string[]): Promise<void> {
    await this.#db.transaction(async tx => {
      await this.#queue.remove(REFRESH_TOPIC, entityRefs, { transaction: tx });
      await tx<RefreshRow>('document_refreshes')
        .whereIn('entity_ref', entityRefs)
        .delete();
      await tx<DocumentRow>('documents')
        .whereIn('entity_ref', entityRefs)
        .delete();
    });
  }

  async claim(options: {
    limit: number;
    claimUntil: Date;
    entityRef?: string;
  }): Promise<ClaimedDocument[]> {
    return claimDocuments(this.#db, this.#queue, options);
  }

  async recordOutcomes(outcomes: RecordedOutcome[]): Promise<RecordResult[]> {
    return recordOutcomes(this.#db, outcomes, {
      queue: this.#queue,
      outbox: this.#outbox,
      now: this.#now(),
    });
  }

  async markDue(
    where: { entityRefs: string[] } | { repository: string; files?: string[] },
  ): Promise<number> {
    return markDue(this.#db, this.#queue, where);
  }

  async countByStatus(): Promise<Record<DocumentStatus, number>> {
    const rows = await this.#db<DocumentRow>('documents')
      .whereNot('status', PENDING)
      .groupBy('status')
      .select('status')
      .count({ count: '*' });
    const counts = { ok: 0, missing: 0, invalid: 0, unreachable: 0 };
    for (const row of rows) {
      counts[row.status as DocumentStatus] = Number(row.count);
    }
    return counts;
  }
}
