import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';

/**
 * The plugin's database with its tables up to date, unless migrations are
 * switched off in the configuration.
 */
export async function migratedClient(
  database: DatabaseService,
): ReturnType<DatabaseService['getClient']> {
  const db = await database.getClient();
  if (!database.migrations?.skip) {
    await db.migrate.latest({
      directory: resolvePackagePath(
        '@backstage-handover/plugin-handover-backend',
        'migrations',
      ),
    });
  }
  return db;
}
