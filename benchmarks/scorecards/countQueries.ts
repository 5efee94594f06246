import type { DatabaseService } from '@backstage/backend-plugin-api';

/** Counts the statements from now on, also those that begin and end transactions. */
export function countQueries(
  db: Awaited<ReturnType<DatabaseService['getClient']>>,
): { stop(): number } {
  let queries = 0;
  const count = () => {
    queries += 1;
  };
  db.on('query', count);
  return {
    stop() {
      db.off('query', count);
      return queries;
    },
  };
}
