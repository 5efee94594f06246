import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';

type Database = Awaited<ReturnType<DatabaseService['getClient']>>;

/** How long a process waits while another one migrates. */
const WAIT_MINUTES = 10;

/**
 * The plugin's database with its tables up to date, unless migrations are
 * switched off in the configuration. Processes that start at once on one
 * database migrate it one after the other.
 */
export async function migratedClient(
  database: DatabaseService,
): Promise<Database> {
  const db = await database.getClient();
  if (!database.migrations?.skip) {
    await migrate(db);
  }
  return db;
}

async function migrate(db: Database): Promise<void> {
  const directory = resolvePackagePath(
    '@backstage-handover/plugin-handover-backend',
    'migrations',
  );
  if (!db.client.config.client.includes('pg')) {
    // SQLite has one process.
    await db.migrate.latest({ directory });
    return;
  }
  // Knex locks a row of a table that it creates itself: two processes fail to
  // create it at once, the second one fails instead of waiting, and the row
  // stays locked if its process dies. The advisory lock ends with the
  // transaction, however that ends, and everything in it is done or nothing is.
  await db.transaction(async tx => {
    await takeTurn(tx);
    await tx.migrate.latest({ directory });
  });
}

/**
 * Waits until no other process migrates the same schema.
 *
 * @throws Error if that takes too long.
 */
async function takeTurn(tx: Database): Promise<void> {
  const { rows } = await tx.raw(
    `select current_setting('lock_timeout') as timeout`,
  );
  await tx.raw(`select set_config('lock_timeout', ?, true)`, [
    `${WAIT_MINUTES}min`,
  ]);
  try {
    await tx.raw(
      `select pg_advisory_xact_lock(hashtext('handover migrations'), hashtext(current_schema()))`,
    );
  } catch (error) {
    throw isLockTimeout(error)
      ? new Error(
          `Another process has been migrating Handover's database for more than ${WAIT_MINUTES} minutes`,
          { cause: error },
        )
      : error;
  }
  await tx.raw(`select set_config('lock_timeout', ?, true)`, [rows[0].timeout]);
}

function isLockTimeout(error: unknown): boolean {
  return (error as { code?: string }).code === '55P03';
}
