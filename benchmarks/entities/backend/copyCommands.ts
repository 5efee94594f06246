import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Commands } from '../../api/backend/Commands';
import { countRows } from '../../api/backend/countRows';
import { prepareForReading } from '../../api/backend/prepareForReading';

/**
 * `catalog.copy`: copies every entity of the catalog in its database, with other
 * names, as if it had processed them. Processing 50,000 would take most of an
 * hour, and is not measured. On PostgreSQL.
 */
export function copyCommands(commands: Commands) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'benchmark-copies',
    register(env) {
      env.registerInit({
        deps: { database: coreServices.database },
        async init({ database }) {
          commands.handle('catalog.copy', async (input: { copies: number }) => {
            const db = await database.getClient();
            const columnsOf = async (table: string, ...but: string[]) =>
              Object.keys(await db(table).columnInfo())
                .filter(column => !but.includes(column))
                .map(column => `"${column}"`)
                .join(', ');
            const ids = ['entity_id', 'entity_ref'];
            const state = await columnsOf('refresh_state', ...ids);
            const final = await columnsOf(
              'final_entities',
              ...ids,
              'final_entity',
            );
            const search = await columnsOf(
              'search',
              'entity_id',
              'key',
              'value',
              'original_value',
            );
            const more = (columns: string) => columns && `, ${columns}`;
            const id = `md5(entity_id || '-' || n)::uuid::text`;
            const ref = `entity_ref || '-' || n`;
            const copies = 'cross join generate_series(1, ?) as n';
            await db.raw(
              `insert into refresh_state (entity_id, entity_ref${more(state)})
               select ${id}, ${ref}${more(state)} from refresh_state ${copies}`,
              [input.copies],
            );
            await db.raw(
              `insert into refresh_state_references (source_key, target_entity_ref)
               select 'copies', entity_ref from refresh_state
               where entity_ref ~ '-[0-9]+-[0-9]+$'`,
            );
            await db.raw(
              `insert into final_entities
                 (entity_id, entity_ref, final_entity${more(final)})
               select ${id}, ${ref},
                 jsonb_set(jsonb_set(final_entity::jsonb,
                   '{metadata,name}',
                   to_jsonb(final_entity::jsonb->'metadata'->>'name' || '-' || n)),
                   '{metadata,uid}', to_jsonb(${id}))::text${more(final)}
               from final_entities ${copies}`,
              [input.copies],
            );
            await db.raw(
              `insert into search
                 (entity_id, key, value, original_value${more(search)})
               select ${id}, key,
                 case key when 'metadata.name' then value || '-' || n
                   when 'metadata.uid' then ${id} else value end,
                 case key when 'metadata.name' then original_value || '-' || n
                   when 'metadata.uid' then ${id} else original_value end${more(
                search,
              )}
               from search ${copies}`,
              [input.copies],
            );
            await prepareForReading(database);
            return { entities: await countRows(db('final_entities')) };
          });
        },
      });
    },
  });
}
