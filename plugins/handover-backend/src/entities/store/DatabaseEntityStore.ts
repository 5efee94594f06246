import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { migratedClient } from '../../migratedClient';
import type {
  EntityEnvironment,
  EntityFilter,
  EntityKey,
  EntityPage,
  EntityQuery,
  EntityResource,
  EntitySelector,
  MirroredEntity,
} from '../EntitiesService';
import { applyEntityFilter } from '../sql/applyEntityFilter';
import { selectOwnershipClaims, selectSubtree } from '../sql/groups';
import { isOneOf } from '../sql/lists';
import type { BucketSum, CatalogEntity, EntityStore } from './EntityStore';
import { findEntities, readEntities } from './operations/findEntities';
import { findSelectors } from './operations/findSelectors';
import { syncEntities } from './operations/syncEntities';
import {
  ENTITY_TABLES,
  type EntityRow,
  type EnvironmentRow,
  type KeyRow,
  type SyncRow,
} from './tables';

/** Keeps the mirror in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseEntityStore implements EntityStore {
  readonly #db: Knex;
  readonly #now: () => Date;

  /** @param options.now - The clock, of the system unless given. */
  static async create(options: {
    database: DatabaseService;
    now?: () => Date;
  }): Promise<DatabaseEntityStore> {
    const { database, now = () => new Date() } = options;
    return new DatabaseEntityStore(await migratedClient(database), now);
  }

  private constructor(db: Knex, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  async get(entityRef: string): Promise<MirroredEntity | undefined> {
    const [entity] = await readEntities(this.#db, [entityRef]);
    return entity;
  }

  async getMany(entityRefs: string[]): Promise<MirroredEntity[]> {
    return readEntities(this.#db, entityRefs);
  }

  async listKnown(entityRefs: string[]): Promise<string[]> {
    return this.#db<EntityRow>('entities')
      .where(isOneOf(this.#db, 'entity_ref', entityRefs))
      .pluck('entity_ref');
  }

  async find(query: EntityQuery): Promise<EntityPage> {
    return findEntities(this.#db, query);
  }

  async count(filter: EntityFilter): Promise<number> {
    const query = this.#db<EntityRow>('entities');
    applyEntityFilter(query, {
      db: this.#db,
      column: 'entities.entity_ref',
      filter,
    });
    const [{ count }] = await query.count({ count: '*' });
    return Number(count);
  }

  async matches(entityRef: string, filter: EntityFilter): Promise<boolean> {
    const query = this.#db<EntityRow>('entities').where(
      'entity_ref',
      entityRef,
    );
    applyEntityFilter(query, {
      db: this.#db,
      column: 'entities.entity_ref',
      filter,
    });
    return (await query.first('entity_ref')) !== undefined;
  }

  async getResources(
    entityRefs: string[],
  ): Promise<Map<string, EntityResource>> {
    const [rows, claims] = await Promise.all([
      this.#db<EntityRow>('entities')
        .where(isOneOf(this.#db, 'entity_ref', entityRefs))
        .select('entity_ref', 'kind', 'system'),
      this.#select<{ entity_ref: string; ref: string }>(
        selectOwnershipClaims(this.#db, entityRefs),
      ),
    ]);
    const resources = new Map<string, EntityResource>(
      rows.map(row => [
        row.entity_ref,
        {
          entityRef: row.entity_ref,
          kind: row.kind,
          system: row.system || undefined,
          ownershipClaims: [],
        },
      ]),
    );
    for (const { entity_ref, ref } of claims) {
      resources.get(entity_ref)?.ownershipClaims.push(ref);
    }
    return resources;
  }

  async resolveKey({ type, value, instance }: EntityKey): Promise<string[]> {
    const query = this.#db<KeyRow>('entity_keys').where({ type, value });
    if (instance !== undefined) {
      query.whereIn('instance', ['', instance]);
    }
    return query.distinct().orderBy('entity_ref').pluck('entity_ref');
  }

  async findEnvironments(place: {
    namespace: string;
    cluster?: string;
  }): Promise<EntityEnvironment[]> {
    const rows = await this.#db<EnvironmentRow>('entity_environments')
      .where(place)
      .orderBy([{ column: 'entity_ref' }, { column: 'position' }]);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      environment: row.environment,
      cluster: row.cluster || undefined,
      namespace: row.namespace || undefined,
    }));
  }

  async findSelectors(place: {
    namespace: string;
    cluster: string;
  }): Promise<EntitySelector[]> {
    return findSelectors(this.#db, place);
  }

  async subtreeOfGroup(groupRef: string): Promise<string[]> {
    const rows = await this.#select<{ ref: string }>(
      selectSubtree(this.#db, [groupRef]),
    );
    return rows.map(({ ref }) => ref).sort((a, b) => (a < b ? -1 : 1));
  }

  async sync(
    entities: CatalogEntity[],
  ): Promise<{ added: string[]; changed: string[] }> {
    return syncEntities(this.#db, entities, this.#now());
  }

  async sumBuckets(): Promise<Map<number, BucketSum>> {
    const rows = await this.#db<EntityRow>('entities')
      .groupBy('bucket')
      .select('bucket')
      .count({ count: '*' })
      .sum({ sum: 'digest' });
    return new Map(
      rows.map(({ bucket, count, sum }) => [
        Number(bucket),
        { count: Number(count), sum: Number(sum) },
      ]),
    );
  }

  async listBuckets(options: {
    buckets: number[];
    after?: string;
    limit: number;
  }): Promise<string[]> {
    const { buckets, after, limit } = options;
    const query = this.#db<EntityRow>('entities')
      .whereIn('bucket', buckets)
      .orderBy('entity_ref')
      .limit(limit);
    if (after !== undefined) {
      query.where('entity_ref', '>', after);
    }
    return query.pluck('entity_ref');
  }

  async markSynced(at: Date): Promise<void> {
    await this.#db<SyncRow>('catalog_sync')
      .insert({ id: 1, synced_at: at })
      .onConflict('id')
      .merge();
  }

  async syncedAt(): Promise<Date> {
    const row = await this.#db<SyncRow>('catalog_sync')
      .where({ id: 1 })
      .first('synced_at');
    return new Date(row?.synced_at ?? 0);
  }

  async remove(entityRefs: string[]): Promise<void> {
    await this.#db.transaction(async tx => {
      for (const table of [...ENTITY_TABLES, 'entities']) {
        await tx(table).where(isOneOf(tx, 'entity_ref', entityRefs)).delete();
      }
    });
  }

  /** The engines give the rows of a raw statement in different shapes. */
  async #select<T>(statement: Knex.Raw): Promise<T[]> {
    const result = await statement;
    return Array.isArray(result) ? result : result.rows;
  }
}
