import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Commands } from '../../api/backend/Commands';
import { countRows } from '../../api/backend/countRows';

/**
 * `delivery.load`: writes deployments and their runs, the same number for each
 * entity that has a handover, spread evenly over the last 400 days and the
 * environments in turn. On PostgreSQL.
 *
 * `delivery.touch`: as if something were stored for each of them.
 */
export function deliveryCommands(commands: Commands) {
  return createBackendModule({
    pluginId: 'handover',
    moduleId: 'benchmark-delivery',
    register(env) {
      env.registerInit({
        deps: { database: coreServices.database },
        async init({ database }) {
          commands.handle(
            'delivery.load',
            async (input: { deployments: number; environments: string[] }) => {
              const db = await database.getClient();
              const entities = await countRows(db('documents'));
              const each = Math.ceil(input.deployments / entities);
              const { environments } = input;
              await db.raw(
                `insert into delivery_deployments
                   (entity_ref, provider, id, environment, at, outcome,
                    is_rollback, taken_back, commit, merged_at, deployment)
                 select entity_ref, 'jenkins', 'd' || n, environment, at,
                   outcome, false, outcome = 'succeeded' and n % 25 = 0,
                   md5(change::text), at - interval '5 hours',
                   json_build_object(
                     'id', 'd' || n, 'provider', 'jenkins',
                     'environment', environment, 'at', at, 'outcome', outcome,
                     'commit', md5(change::text), 'runId', 'r' || change,
                     'actor', 'ada',
                     'artifact', json_build_object(
                       'name', entity_ref, 'version', '1.' || change,
                       'digest', 'sha256:' || md5(change::text) || md5('x')
                     )
                   )::text
                 from (
                   select entity_ref, n, n / ? as change,
                     (?::text[])[1 + n % ?] as environment,
                     now() - interval '400 days' * (? - n) / ? as at,
                     case when n % 17 = 0 then 'failed' else 'succeeded' end
                       as outcome
                   from documents, generate_series(0, ? - 1) as n
                 ) as made`,
                [
                  environments.length,
                  environments,
                  environments.length,
                  each,
                  each,
                  each,
                ],
              );
              await db.raw(
                `insert into delivery_runs
                   (entity_ref, provider, id, ordered_at, run)
                 select entity_ref, 'jenkins', 'r' || n,
                   now() - interval '400 days' * (? - n) / ?,
                   json_build_object(
                     'id', 'r' || n, 'provider', 'jenkins',
                     'pipeline', 'services/orders', 'status', 'succeeded',
                     'stages', json_build_array(
                       json_build_object('name', 'Build', 'status', 'succeeded'),
                       json_build_object('name', 'Test', 'status', 'succeeded')
                     )
                   )::text
                 from documents, generate_series(0, ? - 1) as n`,
                [
                  Math.ceil(each / environments.length),
                  Math.ceil(each / environments.length),
                  Math.ceil(each / environments.length),
                ],
              );
              await db.raw(
                `insert into delivery_providers
                   (entity_ref, provider, title, demonstration, fetched_at, changes)
                 select entity_ref, 'jenkins', 'Jenkins', false, now(), 1
                 from documents`,
              );
              return {
                deployments: await countRows(db('delivery_deployments')),
                runs: await countRows(db('delivery_runs')),
              };
            },
          );
          commands.handle('delivery.touch', async () => {
            const db = await database.getClient();
            await db('delivery_providers').increment('changes');
          });
        },
      });
    },
  });
}
