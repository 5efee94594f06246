import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isOneOf, selectPairs } from '../../entities/sql';
import type { DomainEventOutbox } from '../../events';
import { groupBy } from '../../groupBy';
import { migratedClient } from '../../migratedClient';
import type { WorkQueue } from '../../queue';
import { countByDay } from './operations/countByDay';
import { countGroups } from './operations/countGroups';
import { countResults } from './operations/countResults';
import { eachChecks } from './operations/eachChecks';
import { listChanges } from './operations/listChanges';
import { listLevelChanges } from './operations/listLevelChanges';
import { listHistory } from './operations/listHistory';
import { listOpenChecks } from './operations/listOpenChecks';
import { listResults } from './operations/listResults';
import { readInForce } from './operations/readInForce';
import { recordResults } from './operations/recordResults';
import { removeHistory } from './operations/removeHistory';
import type {
  ChangesQuery,
  CountQuery,
  Evaluated,
  OpenCheckQuery,
  ResultQuery,
  ScorecardStore,
  StoredResult,
} from './ScorecardStore';
import { type ResultRow, toIso } from './tables';

/** Keeps what scorecards come to in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseScorecardStore implements ScorecardStore {
  readonly #db: Knex;
  readonly #queue: WorkQueue;
  readonly #outbox: DomainEventOutbox;
  readonly #now: () => Date;

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
  }): Promise<DatabaseScorecardStore> {
    const { database, queue, outbox, now = () => new Date() } = options;
    return new DatabaseScorecardStore(
      await migratedClient(database),
      queue,
      outbox,
      now,
    );
  }

  private constructor(
    db: Knex,
    queue: WorkQueue,
    outbox: DomainEventOutbox,
    now: () => Date,
  ) {
    this.#db = db;
    this.#queue = queue;
    this.#outbox = outbox;
    this.#now = now;
  }

  async readResults(
    entityRefs: string[],
  ): Promise<Map<string, StoredResult[]>> {
    const rows = await this.#db<ResultRow>('scorecard_results')
      .where(isOneOf(this.#db, 'entity_ref', entityRefs))
      .orderBy('scorecard')
      .select();
    return new Map(
      [...groupBy(rows, row => row.entity_ref)].map(([ref, each]) => [
        ref,
        each.map(toResult),
      ]),
    );
  }

  async readLevels(
    entityRefs: string[],
  ): Promise<Map<string, Map<string, string | undefined>>> {
    const rows = await this.#db<ResultRow>('scorecard_results')
      .where(isOneOf(this.#db, 'entity_ref', entityRefs))
      .select('entity_ref', 'scorecard', 'level');
    const levels = new Map<string, Map<string, string | undefined>>();
    for (const { entity_ref, scorecard, level } of rows) {
      const ofEntity = levels.get(entity_ref) ?? new Map();
      levels.set(entity_ref, ofEntity.set(scorecard, level ?? undefined));
    }
    return levels;
  }

  async listByLevel(
    levels: readonly { scorecard: string; level: string }[],
  ): Promise<string[]> {
    const pairs = levels.map(
      ({ scorecard, level }) => [scorecard, level] as const,
    );
    return this.#db('scorecard_results as r')
      .joinRaw(
        `join (?) as p on p.a = r.scorecard and p.b = coalesce(r.level, 'none')`,
        [selectPairs(this.#db, pairs)],
      )
      .distinct('r.entity_ref')
      .pluck('r.entity_ref');
  }

  async readInForce(scorecard: string, entityRefs: string[]) {
    return readInForce(this.#db, scorecard, entityRefs);
  }

  async record(evaluated: readonly Evaluated[]): Promise<number> {
    return recordResults(this.#db, evaluated, {
      queue: this.#queue,
      outbox: this.#outbox,
      now: this.#now(),
    });
  }

  async remove(entityRefs: string[]): Promise<void> {
    await this.#db.transaction(async tx => {
      for (const table of [
        'scorecard_evaluations',
        'scorecard_results',
        'scorecard_outcomes',
      ]) {
        await tx(table).whereIn('entity_ref', entityRefs).delete();
      }
    });
  }

  async listResults(query: ResultQuery) {
    return listResults(this.#db, query);
  }

  async count(query: CountQuery) {
    return countResults(this.#db, query);
  }

  async listOpenChecks(query: OpenCheckQuery) {
    return listOpenChecks(this.#db, query);
  }

  async countGroups(query: CountQuery, by: 'owner' | 'system') {
    return countGroups(this.#db, query, by);
  }

  async countByDay(query: CountQuery & { days: number; now: Date }) {
    return countByDay(this.#db, query);
  }

  async listChanges(query: ChangesQuery) {
    return listChanges(this.#db, query);
  }

  eachChecks(query: CountQuery) {
    return eachChecks(this.#db, query);
  }

  async listHistory(
    entityRef: string,
    scorecard: string,
    page: { limit?: number; cursor?: string },
  ) {
    return listHistory(this.#db, entityRef, scorecard, page);
  }

  async listLevelChanges(range: { from: Date; to: Date; stepMs: number }) {
    return listLevelChanges(this.#db, range);
  }

  async removeHistoryBefore(time: Date): Promise<number> {
    return removeHistory(this.#db, time);
  }

  async listOutdated(options: {
    after?: string;
    limit: number;
  }): Promise<string[]> {
    return this.#db('scorecard_evaluations as v')
      .join('entities as e', 'e.entity_ref', 'v.entity_ref')
      .where('v.entity_ref', '>', options.after ?? '')
      .whereRaw('?? > ??', ['e.updated_at', 'v.evaluated_at'])
      .orderBy('v.entity_ref')
      .limit(options.limit)
      .pluck('v.entity_ref');
  }
}

function toResult(row: ResultRow): StoredResult {
  return {
    scorecard: row.scorecard,
    version: row.version,
    level: row.level ?? undefined,
    levelHeld: Boolean(row.level_held),
    score: row.score ?? undefined,
    weights: JSON.parse(row.weights),
    checks: JSON.parse(row.checks),
    revision: row.revision,
    evaluatedAt: toIso(row.evaluated_at),
    changedAt: toIso(row.changed_at),
  };
}
