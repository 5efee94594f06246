import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import type { Entity } from '@backstage/catalog-model';
import { DatabaseEntityStore } from '../../entities/store';
import { toMirroredEntity } from '../../entities/toMirroredEntity';
import { toReferencedEntity } from '../refresh/toReferencedEntity';
import { DatabaseDomainEventStore, type DomainEventStore } from '../../events';
import { DatabaseWorkQueue, type WorkQueue } from '../../queue';
import { DatabaseDocumentStore } from '../store';

/** The engines that every store is tested on. */
export function createTestDatabases(): TestDatabases {
  return TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
}

/** A store on a database, with a clock that the test sets. */
export async function createTestStore(
  knex: Knex,
  clock?: { now: Date },
): Promise<DatabaseDocumentStore> {
  return DatabaseDocumentStore.create({
    database: mockServices.database({ knex }),
    queue: await createTestQueue(knex, clock),
    outbox: await createTestOutbox(knex, clock),
    now: () => clock?.now ?? new Date(),
  });
}

/** The outbox of that store. */
export async function createTestOutbox(
  knex: Knex,
  clock?: { now: Date },
): Promise<DomainEventStore> {
  return DatabaseDomainEventStore.create({
    database: mockServices.database({ knex }),
    now: () => clock?.now ?? new Date(),
  });
}

/** The queue of that store. */
export async function createTestQueue(
  knex: Knex,
  clock?: { now: Date },
): Promise<WorkQueue> {
  return DatabaseWorkQueue.create({
    database: mockServices.database({ knex }),
    now: () => clock?.now ?? new Date(),
  });
}

/** Makes the stores follow entities as the backend does: the mirror first. */
export async function createCatalogSync(
  knex: Knex,
  store: DatabaseDocumentStore,
  clock?: { now: Date },
) {
  const mirror = await DatabaseEntityStore.create({
    database: mockServices.database({ knex }),
    now: () => clock?.now ?? new Date(),
  });
  return async (entities: Entity[]) => {
    await mirror.sync(entities.map(toMirroredEntity));
    return store.syncReferences(
      entities.map(entity => toReferencedEntity(entity, 'annotation')),
    );
  };
}
