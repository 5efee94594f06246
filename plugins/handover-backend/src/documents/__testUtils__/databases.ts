import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
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
