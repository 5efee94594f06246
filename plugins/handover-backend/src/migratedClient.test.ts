import { mockServices } from '@backstage/backend-test-utils';
import { isError } from '@backstage/errors';
import knexFactory, { type Knex } from 'knex';
import { createTestDatabases } from './documents/__testUtils__/databases';
import { migratedClient } from './migratedClient';

jest.setTimeout(180_000);

describe('migratedClient', () => {
  const databases = createTestDatabases();
  const opened: Knex[] = [];

  afterEach(async () => {
    await Promise.all(opened.splice(0).map(knex => knex.destroy()));
  });

  /** Another process on the same database. */
  function connect(knex: Knex): Knex {
    const { client, connection } = knex.client.config;
    const other = knexFactory({ client, connection, pool: { min: 0, max: 1 } });
    opened.push(other);
    return other;
  }

  const start = (knex: Knex) => migratedClient(mockServices.database({ knex }));

  const versions = (knex: Knex) =>
    knex('knex_migrations').orderBy('id').pluck('name');

  if (databases.eachSupportedId().some(([id]) => id === 'POSTGRES_18')) {
    it('migrates an empty database once, however many processes start', async () => {
      const complete = await databases.init('POSTGRES_18');
      await start(complete);
      const all = await versions(complete);

      for (let round = 0; round < 8; round++) {
        const knex = await databases.init('POSTGRES_18');
        const processes = Array.from({ length: 6 }, () => connect(knex));
        await Promise.all(processes.map(start));
        await expect(versions(knex)).resolves.toEqual(all);
        await Promise.all(processes.map(each => each.destroy()));
      }
    });

    it('leaves nothing locked when a process dies while it migrates', async () => {
      const knex = await databases.init('POSTGRES_18');
      const watcher = connect(knex);
      // A name that somebody else is taking holds the migration up.
      const blocker = await connect(knex).transaction();
      await blocker.schema.createTable('documents', table =>
        table.integer('x'),
      );

      const dead = start(connect(knex)).catch(error => error);
      const kill = () =>
        watcher.raw(
          `select pg_terminate_backend(pid) from pg_locks
           where locktype = 'advisory' and granted
           and database = (select oid from pg_database where datname = current_database())`,
        );
      const deadline = Date.now() + 60_000;
      let killed = 0;
      while (killed === 0 && Date.now() < deadline) {
        killed = (await kill()).rows.length;
      }
      // An error of a socket isn't an instance of the `Error` of this file.
      const error = await dead.finally(() => blocker.rollback());
      expect(isError(error)).toBe(true);

      await start(connect(knex));
      await expect(versions(knex)).resolves.toContain(
        '20261120120000_documents.js',
      );
    });

    it('leaves the lock timeout of the database alone', async () => {
      const knex = await databases.init('POSTGRES_18');
      const other = connect(knex);
      await other.raw(`set lock_timeout = '7s'`);
      await start(other);
      const { rows } = await other.raw('show lock_timeout');
      expect(rows).toEqual([{ lock_timeout: '7s' }]);
    });
  }

  it.each(databases.eachSupportedId())(
    'migrates nothing where migrations are skipped, %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      await migratedClient({
        getClient: async () => knex,
        migrations: { skip: true },
      });
      await expect(knex.schema.hasTable('knex_migrations')).resolves.toBe(
        false,
      );
    },
  );
});
