import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Commands } from './Commands';
import { countRows } from './countRows';
import { prepareForReading } from './prepareForReading';
import { waitFor } from './waitFor';

/**
 * - `handover.load`: waits until the catalog is followed and all is read.
 * - `handover.refresh`: reads all documents again, with `forget` as if they
 *   had never been read; how long it took.
 * - `handover.prepare`: makes the database ready for reading.
 *
 * Durations are in milliseconds.
 */
export function handoverCommands(commands: Commands) {
  return createBackendModule({
    pluginId: 'handover',
    moduleId: 'benchmark',
    register(env) {
      env.registerInit({
        deps: {
          database: coreServices.database,
        },
        async init({ database }) {
          /** Handovers by status. */
          const statuses = async (): Promise<Record<string, number>> => {
            const db = await database.getClient();
            const rows = await db<{ status: string }>('documents')
              .groupBy('status')
              .select('status')
              .count({ count: '*' });
            return Object.fromEntries(
              rows.map(row => [row.status, Number(row.count)]),
            );
          };
          const unread = async (since: Date) => {
            const db = await database.getClient();
            return countRows(
              db('document_refreshes')
                .whereNull('checked_at')
                .orWhere('checked_at', '<', since)
                .orWhereNotNull('claim_token'),
            );
          };

          commands.handle('handover.load', async (input: { size: number }) => {
            const db = await database.getClient();
            await waitFor(
              'Following the catalog',
              async () => (await countRows(db('documents'))) === input.size,
            );
            await waitFor(
              'The first read',
              async () => (await unread(new Date(0))) === 0,
            );
            return {};
          });

          commands.handle(
            'handover.refresh',
            async (input: { forget: boolean }) => {
              const db = await database.getClient();
              const since = new Date();
              const due = () =>
                db('document_refreshes').where('next_due_at', '<=', since);
              const count = await db('document_refreshes').update({
                next_due_at: since,
                ...(input.forget && { etag: null }),
              });
              // As with the catalog, the wait until it looks for work is not counted.
              await waitFor(
                'Beginning to refresh the handovers',
                async () => (await countRows(due())) < count,
              );
              const start = performance.now();
              await waitFor(
                'Refreshing the handovers',
                async () => (await unread(since)) === 0,
              );
              return {
                ms: performance.now() - start,
                count,
                statuses: await statuses(),
              };
            },
          );

          commands.handle('handover.prepare', () =>
            prepareForReading(database),
          );
        },
      });
    },
  });
}
