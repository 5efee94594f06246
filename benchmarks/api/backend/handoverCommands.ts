import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { REFRESH_TOPIC } from '../../../plugins/handover-backend/src/documents/store/refreshTopic';
import { SCORECARDS_TOPIC } from '../../../plugins/handover-backend/src/scorecards/store/topic';
import type { Commands } from './Commands';
import { countRows } from './countRows';
import { prepareForReading } from './prepareForReading';
import { waitFor } from './waitFor';

/**
 * - `handover.load`: waits until the catalog is followed and all is read.
 * - `handover.refresh`: reads all documents again, with `forget` as if they
 *   had never been read; how long it took.
 * - `handover.evaluated`: waits until every service has the result of a scorecard.
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
          /** Handovers not read since then, and those that are being read. */
          const unread = async (since: Date) => {
            const db = await database.getClient();
            const [unchecked, claimed] = await Promise.all([
              countRows(
                db('document_refreshes')
                  .whereNull('checked_at')
                  .orWhere('checked_at', '<', since),
              ),
              countRows(
                db('queue_items')
                  .where('topic', REFRESH_TOPIC)
                  .whereNotNull('claim_token'),
              ),
            ]);
            return unchecked + claimed;
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
              const items = () =>
                db('queue_items').where('topic', REFRESH_TOPIC);
              const due = () => items().where('next_due_at', '<=', since);
              if (input.forget) {
                await db('document_refreshes').update({ etag: null });
              }
              const count = await items().update({ next_due_at: since });
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

          commands.handle(
            'handover.evaluated',
            async (input: { size: number }) => {
              const db = await database.getClient();
              await waitFor(
                'Evaluating the services',
                async () =>
                  (await countRows(db('scorecard_results'))) === input.size,
              );
              const due = () =>
                db('queue_items')
                  .where('topic', SCORECARDS_TOPIC)
                  .where('next_due_at', '<=', new Date());
              await waitFor(
                'Evaluating what changed',
                async () => (await countRows(due())) === 0,
              );
              return {};
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
