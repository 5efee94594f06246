import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { Fleet } from '../fleet';
import type { Commands } from './Commands';
import { countRows } from './countRows';
import { prepareForReading } from './prepareForReading';
import { waitFor } from './waitFor';

type Load = {
  size: number;
  /** Location of the folders, `file:/…` or `url:http://…`. */
  folders: string;
  leaveUnwritten: boolean;
};

/** Gives the catalog a fleet's entities when told to. */
class FleetProvider implements EntityProvider {
  #connection: EntityProviderConnection | undefined;

  getProviderName() {
    return 'fleet';
  }

  async connect(connection: EntityProviderConnection) {
    this.#connection = connection;
  }

  async deliver(
    fleet: Fleet,
    { folders, leaveUnwritten }: Pick<Load, 'folders' | 'leaveUnwritten'>,
  ): Promise<void> {
    if (!this.#connection) {
      throw new Error('The catalog has not connected its providers yet');
    }
    await this.#connection.applyMutation({
      type: 'full',
      entities: fleet
        .entities(service => `${folders}/${service.name}`, { leaveUnwritten })
        .map(entity => ({ entity, locationKey: 'fleet' })),
    });
  }
}

/**
 * - `catalog.load`: gives the catalog a fleet and waits until it is all there.
 * - `catalog.process`: processes all entities again; how long it took.
 * - `catalog.prepare`: makes the database ready for reading.
 *
 * Durations are in milliseconds.
 */
export function catalogCommands(commands: Commands) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'benchmark',
    register(env) {
      env.registerInit({
        deps: {
          catalog: catalogProcessingExtensionPoint,
          database: coreServices.database,
        },
        async init({ catalog, database }) {
          const provider = new FleetProvider();
          catalog.addEntityProvider(provider);

          commands.handle('catalog.load', async (input: Load) => {
            const db = await database.getClient();
            await provider.deliver(new Fleet(input.size), input);
            const unprocessed = () =>
              db('refresh_state').whereNull('processed_entity');
            await waitFor(
              'Processing the entities',
              async () => (await countRows(unprocessed())) === 0,
            );
            await waitFor(
              'Stitching the entities',
              async () => (await countRows(db('stitch_queue'))) === 0,
            );
            return {};
          });

          commands.handle('catalog.process', async () => {
            const db = await database.getClient();
            const due = () =>
              db('refresh_state').where('next_update_at', '<=', db.fn.now());
            const count = await db('refresh_state').update({
              next_update_at: db.fn.now(),
            });
            // It looks for work once a second: that wait is not counted.
            await waitFor(
              'Beginning to process the entities again',
              async () => (await countRows(due())) < count,
            );
            const start = performance.now();
            await waitFor(
              'Processing the entities again',
              async () => (await countRows(due())) === 0,
            );
            return { ms: performance.now() - start, count };
          });

          commands.handle('catalog.prepare', () => prepareForReading(database));
        },
      });
    },
  });
}
