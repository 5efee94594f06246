import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { readEntitiesConfig } from '../../../plugins/handover-backend/src/entities/config';
import { createEntities } from '../../../plugins/handover-backend/src/entities/createEntities';
import { ENTITY_FIELDS } from '../../../plugins/handover-backend/src/entities/toMirroredEntity';
import type { Commands } from '../../api/backend/Commands';
import { prepareForReading } from '../../api/backend/prepareForReading';

/** What one pass over the catalog took and did. */
export type Pass = {
  ms: number;
  seen: number;
  /** Entities that were new, changed or gone. */
  differing: number;
  /** Statements on the tables of the mirror, by their first word. */
  statements: Record<string, number>;
};

const TABLES = [
  'entities',
  'entity_owners',
  'entity_tags',
  'entity_parents',
  'entity_labels',
  'entity_keys',
  'entity_environments',
];

/**
 * - `entities.sync`: compares the catalog with the mirror, which is empty before
 *   if `empty` is given.
 * - `entities.page`: reads the same pages from the catalog and does nothing else.
 * - `entities.memory`: the most memory in use after a page of a comparison, above
 *   what was in use before, in bytes. It needs `--expose-gc`.
 */
export function syncCommands(commands: Commands) {
  return createBackendModule({
    pluginId: 'handover',
    moduleId: 'benchmark-entities',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          logger: coreServices.logger,
          metrics: metricsServiceRef,
        },
        async init({ auth, catalog, config, database, logger, metrics }) {
          const signal = new AbortController().signal;
          const entitiesConfig = readEntitiesConfig(config, {
            kinds: ['component'],
          });
          const create = async () =>
            (
              await createEntities({
                database: { ...database, migrations: { skip: true } },
                catalog,
                auth,
                logger,
                metrics,
                config: entitiesConfig,
              })
            ).entities;

          commands.handle(
            'entities.sync',
            async (input: { empty?: boolean }): Promise<Pass> => {
              const db = await database.getClient();
              if (input.empty) {
                await db.raw(`truncate ${TABLES.join(', ')}`);
                await prepareForReading(database);
              }
              const entities = await create();
              const statements: Record<string, number> = {};
              const count = ({ sql }: { sql: string }) => {
                // The plugin polls its queue meanwhile.
                if (!TABLES.some(table => sql.includes(`"${table}"`))) {
                  return;
                }
                const verb = sql.trim().split(/\W/, 1)[0].toLocaleLowerCase();
                statements[verb] = (statements[verb] ?? 0) + 1;
              };
              db.on('query', count);
              try {
                const start = performance.now();
                const { seen, added, changed, removed } = await entities.sync({
                  signal,
                });
                return {
                  ms: performance.now() - start,
                  seen,
                  differing: added + changed + removed,
                  statements,
                };
              } finally {
                db.off('query', count);
                await prepareForReading(database);
              }
            },
          );

          commands.handle('entities.page', async (): Promise<Pass> => {
            const start = performance.now();
            let seen = 0;
            for await (const page of catalog.streamEntities(
              {
                filter: { kind: entitiesConfig.kinds },
                fields: ENTITY_FIELDS,
                pageSize: entitiesConfig.batchSize,
              },
              { credentials: await auth.getOwnServiceCredentials() },
            )) {
              seen += page.length;
            }
            return {
              ms: performance.now() - start,
              seen,
              differing: 0,
              statements: {},
            };
          });

          commands.handle('entities.memory', async () => {
            const used = () => {
              if (!global.gc) {
                throw new Error('Start the backend with --expose-gc');
              }
              global.gc();
              return process.memoryUsage().heapUsed;
            };
            const entities = await create();
            const before = used();
            let most = 0;
            entities.observe({
              entitiesSeen: async () => {
                most = Math.max(most, used() - before);
              },
              entitiesGone: async () => {},
            });
            await entities.sync({ signal });
            return { bytes: most };
          });
        },
      });
    },
  });
}
