import { parseHandoverDocument } from '@backstage-handover/plugin-handover-common/documents';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  contentHash,
  deriveColumns,
} from '../../plugins/handover-backend/src/documents/store/derive';
import { DatabaseEntityStore } from '../../plugins/handover-backend/src/entities/store';
import { toMirroredEntity } from '../../plugins/handover-backend/src/entities/toMirroredEntity';
import { Fleet } from '../api/fleet';
import { prepareForReading } from '../api/backend/prepareForReading';

type Database = Awaited<ReturnType<DatabaseService['getClient']>>;

/** Tables that belong to no entity. */
const KEPT = ['knex_migrations', 'knex_migrations_lock'];

const EXAMPLE = path.resolve(
  __dirname,
  '../../examples/services/order-processing/handover.yaml',
);

/** Sections that some services have not written: which and how many. */
const OMITTED = {
  firstThirtyDays: 4,
  responsibilities: 5,
  dangerZones: 7,
} as const;

const DEPLOYMENTS = 20;

/**
 * Fills the plugin's tables with services, each with an entity, a handover and,
 * for three of four, deployments, as if catalog, repositories and pipelines had
 * been read.
 */
export async function fill(
  database: DatabaseService,
  size: number,
): Promise<void> {
  const db = await database.getClient();
  const store = await DatabaseEntityStore.create({ database });
  const tables: { name: string }[] = (
    await db.raw(
      `select table_name as name from information_schema.tables
       where table_schema = current_schema() and table_type = 'BASE TABLE'`,
    )
  ).rows.filter(({ name }: { name: string }) => !KEPT.includes(name));
  await db.raw(
    `truncate ${tables.map(({ name }) => `"${name}"`).join(', ')} cascade`,
  );
  const fleet = new Fleet(size);
  const services = fleet
    .entities(() => 'file:/services')
    .map(entity => ({
      ...entity,
      relations: [
        { type: 'ownedBy', targetRef: `${entity.spec!.owner}` },
        { type: 'partOf', targetRef: `${entity.spec!.system}` },
      ],
    }));
  const named = [...fleet.owners, ...fleet.systems].map(ref => {
    const [kind, name] = ref.split(':default/');
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name, namespace: 'default' },
      spec: {},
    };
  });
  for (const batch of batches([...services, ...named], 500)) {
    await store.sync(batch.map(toMirroredEntity));
  }
  await fillDocuments(db, fleet);
  await fillDeliveries(db);
  await prepareForReading(database);
}

async function fillDocuments(db: Database, fleet: Fleet): Promise<void> {
  const { document: example } = parseHandoverDocument(
    await readFile(EXAMPLE, 'utf8'),
  );
  if (!example) {
    throw new Error(`The example '${EXAMPLE}' is not valid`);
  }
  const now = new Date();
  const numbered = fleet.services.map((service, index) => ({ service, index }));
  for (const batch of batches(numbered, 200)) {
    const rows = batch.map(({ service, index }) => {
      const document = structuredClone(example);
      document.metadata = {
        ...document.metadata,
        entityRef: service.entityRef,
        tier: ((index % 4) + 1) as 1 | 2 | 3 | 4,
        reviewedAt: index % 6 === 0 ? '2020-01-01' : isoDay(now),
      };
      for (const [section, every] of Object.entries(OMITTED)) {
        if (index % every === 0) {
          delete document[section as keyof typeof OMITTED];
        }
      }
      return { service, document, text: JSON.stringify(document) };
    });
    await db('document_revisions').insert(
      rows.map(({ service, text }) => ({
        entity_ref: service.entityRef,
        number: 1,
        source: 'repository',
        content_hash: contentHash(text),
        yaml: text,
        document: text,
        created_at: now,
      })),
    );
    await db('documents').insert(
      rows.map(({ service, document, text }) => ({
        entity_ref: service.entityRef,
        source: 'repository',
        status: 'ok',
        revision: 1,
        content_hash: contentHash(text),
        problems: '[]',
        updated_at: now,
        ...deriveColumns(document, now),
      })),
    );
  }
  await db.raw(
    `update entities set tier = (r.document::json->'metadata'->>'tier')::int
     from document_revisions as r where r.entity_ref = entities.entity_ref`,
  );
}

async function fillDeliveries(db: Database): Promise<void> {
  await db.raw(
    `insert into delivery_deployments
       (entity_ref, provider, id, environment, at, outcome, is_rollback,
        taken_back, deployment)
     select entity_ref, 'jenkins', 'd' || n,
       case when n % 2 = 0 then 'production' else 'staging' end,
       now() - interval '1 day' * (7 * n + row % 5),
       case when (n + row) % 9 = 0 then 'failed' else 'succeeded' end,
       (n + row) % 13 = 0 and n < 4, false,
       json_build_object('id', 'd' || n)::text
     from (
       select entity_ref, row_number() over (order by entity_ref) as row
       from documents
     ) as numbered, generate_series(1, ?) as n
     where row % 4 > 0`,
    [DEPLOYMENTS],
  );
}

function* batches<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
