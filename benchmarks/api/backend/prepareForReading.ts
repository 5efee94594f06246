import type { DatabaseService } from '@backstage/backend-plugin-api';

/**
 * Does what a database does by itself in quiet times: clears up after writes
 * and counts what is in the tables, which its plans depend on.
 */
export async function prepareForReading(
  database: DatabaseService,
): Promise<void> {
  const db = await database.getClient();
  await db.raw(
    db.client.config.client === 'pg' ? 'VACUUM (ANALYZE)' : 'ANALYZE',
  );
}
