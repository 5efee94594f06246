import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { LATER_DATA, NOT_TRIED } from './__testUtils__/migrations/laterData';
import {
  BILLING,
  BILLING_DOCUMENT,
  insertReleasedData,
  LEGACY,
  LONG_TEXT,
  ORDERS,
  ORDERS_DEPLOYMENT,
  ORDERS_DOCUMENT,
  RELEASED,
  UNICODE,
} from './__testUtils__/migrations/releasedData';
import {
  findUntried,
  listTables,
  readRows,
  readSchema,
  type Schema,
} from './__testUtils__/migrations/schema';
import { DatabaseDeliveryStore } from './delivery/store';
import {
  createTestDatabases,
  createTestOutbox,
  createTestQueue,
  createTestStore,
} from './documents/__testUtils__/databases';
import { DatabaseEntityStore } from './entities/store';

jest.setTimeout(120_000);

const directory = resolvePackagePath(
  '@backstage-handover/plugin-handover-backend',
  'migrations',
);

/** The database at one step: what a step back must come to. */
type Level = { schema: Schema; rows: Record<string, string[]> };

/** The next migration that has not run, in the order of the folder. */
async function nextMigration(knex: Knex): Promise<string | undefined> {
  const [, pending] = await knex.migrate.list({ directory });
  return pending[0]?.file;
}

/** A database of the last release, with data. */
async function migrateToReleased(knex: Knex): Promise<void> {
  let name: string | undefined;
  do {
    name = await nextMigration(knex);
    await knex.migrate.up({ directory, name });
  } while (name !== undefined && name !== RELEASED);
  await insertReleasedData(knex);
}

/** Runs each later migration, and adds the data that it makes room for. */
async function migrateUp(
  knex: Knex,
  options: { data: boolean },
): Promise<{ name: string; level: Level }[]> {
  const levels: { name: string; level: Level }[] = [];
  let name = await nextMigration(knex);
  while (name) {
    await knex.migrate.up({ directory, name });
    if (options.data) {
      await LATER_DATA[name]?.(knex);
      await expectTried(knex, name);
    }
    levels.push({ name, level: await readLevel(knex) });
    name = await nextMigration(knex);
  }
  return levels;
}

async function readLevel(knex: Knex): Promise<Level> {
  return { schema: await readSchema(knex), rows: await readRows(knex) };
}

async function expectTried(knex: Knex, name: string): Promise<void> {
  const untried = await findUntried(knex, { except: NOT_TRIED });
  // Add what is missing to `laterData.ts`.
  expect({ migration: name, untried }).toEqual({
    migration: name,
    untried: [],
  });
}

/** The tables are as they were, with every row that they had. */
async function expectLevel(knex: Knex, level: Level): Promise<void> {
  const { schema, rows } = await readLevel(knex);
  expect(schema).toEqual(level.schema);
  for (const [table, expected] of Object.entries(level.rows)) {
    expect({ table, rows: rows[table] }).toEqual({
      table,
      rows: expect.arrayContaining(expected),
    });
  }
}

async function createStores(knex: Knex) {
  const database = mockServices.database({ knex });
  const outbox = await createTestOutbox(knex);
  return {
    outbox,
    queue: await createTestQueue(knex),
    documents: await createTestStore(knex),
    entities: await DatabaseEntityStore.create({ database }),
    delivery: await DatabaseDeliveryStore.create({
      database,
      outbox,
      environments: Environments.builtIn(),
    }),
  };
}

/** The stores read what the last release wrote. */
async function expectReadable(knex: Knex): Promise<void> {
  const { documents, entities, delivery } = await createStores(knex);

  await expect(documents.get(ORDERS)).resolves.toMatchObject({
    status: 'ok',
    source: 'repository',
    revision: { number: 2 },
    document: ORDERS_DOCUMENT,
    reviewDueAt: '2027-01-30T00:00:00.000Z',
  });
  await expect(documents.get(UNICODE)).resolves.toMatchObject({
    status: 'invalid',
    problems: [{ path: 'a."b"', message: 'Unexpected é 🚀' }],
    failingSince: '2026-11-18T08:30:00.123Z',
  });
  const { items } = await documents.list({});
  expect(items).toMatchObject([
    { entityRef: UNICODE, title: 'Zahlung ☕ "1"' },
    { entityRef: BILLING, tier: 4, source: 'portal' },
    { entityRef: LEGACY, status: 'missing' },
    {
      entityRef: ORDERS,
      owner: 'group:default/team-a',
      system: 'system:default/shop',
    },
  ]);
  await expect(documents.getRevision(ORDERS, 2)).resolves.toMatchObject({
    yaml: LONG_TEXT,
  });
  await expect(
    documents.listRevisions('component:default/gone', {}),
  ).resolves.toMatchObject({ items: [{ number: 3 }] });
  await expect(
    documents.findFailures({ words: ['502'], limit: 5 }),
  ).resolves.toMatchObject([
    { entityRef: ORDERS, failure: ORDERS_DOCUMENT.failures!.items![0] },
  ]);

  await expect(entities.get(ORDERS)).resolves.toMatchObject({
    title: 'Orders — 日本語 🚀',
    owner: 'group:default/team-a',
    owners: ['group:default/team-a'],
    tier: 1,
  });
  await expect(
    entities.findEnvironments({ namespace: 'orders-staging' }),
  ).resolves.toEqual([
    {
      entityRef: ORDERS,
      environment: 'staging',
      cluster: 'eu-1',
      namespace: 'orders-staging',
    },
  ]);

  await expect(delivery.listRuns(ORDERS, {})).resolves.toMatchObject({
    items: [{ id: 'run/日本語' }, { id: '7', provider: 'jenkins' }],
  });
  await expect(
    delivery.listDeployments(ORDERS, { environment: 'production' }),
  ).resolves.toMatchObject({ items: [ORDERS_DEPLOYMENT] });
  await expect(
    delivery.getMeasured(ORDERS, {
      environment: 'production',
      since: new Date(0),
    }),
  ).resolves.toMatchObject({
    deployments: [{ id: '42' }],
    incidents: [{ id: 'INC-1 🔥', environment: 'production' }],
  });
  await expect(delivery.getProviders(BILLING)).resolves.toMatchObject([
    { id: 'jenkins', message: 'Antwortet nicht — 日本語 🚀' },
  ]);
}

/** The stores go on from what the last release wrote. */
async function expectWritable(knex: Knex): Promise<void> {
  const { documents, delivery, queue, outbox } = await createStores(knex);

  const claimed = await documents.claim({
    limit: 10,
    claimUntil: new Date(Date.now() + 60_000),
  });
  expect(claimed.map(({ entityRef }) => entityRef).sort()).toEqual(
    [ORDERS, BILLING, UNICODE, LEGACY].sort(),
  );
  expect(claimed.find(({ entityRef }) => entityRef === ORDERS)).toMatchObject({
    // The rules of documents have changed since: it is read in full.
    etag: undefined,
    reference: { annotation: './docs/größe/handover.yaml' },
  });
  await expect(
    knex('document_refreshes').where('entity_ref', ORDERS).first('etag'),
  ).resolves.toEqual({ etag: '"W/日本語"' });
  await expect(queue.listKeys('document-refresh', { limit: 10 }))
    .resolves //
    .toHaveLength(4);

  await documents.addRevision(BILLING, {
    expectedRevision: 1,
    revision: {
      source: 'portal',
      yaml: 'apiVersion: handover.dev/v1',
      document: BILLING_DOCUMENT,
    },
  });
  await expect(documents.get(BILLING)).resolves.toMatchObject({
    revision: { number: 2 },
  });

  const effect = { entityRef: ORDERS, demonstration: false };
  await expect(
    delivery.putEvents([
      { source: '/ci/日本語', id: '1 "é"', effect },
      {
        source: '/pager',
        id: '2',
        effect: {
          ...effect,
          claims: {
            kind: 'incident',
            id: 'INC-1 🔥',
            claims: {
              resolved: {
                value: '',
                at: Date.parse('2026-11-18T09:00:00.000Z'),
                by: '/pager 2',
              },
            },
          },
        },
      },
    ]),
  ).resolves.toEqual([false, true]);
  await expect(
    delivery.getMeasured(ORDERS, {
      environment: 'production',
      since: new Date(0),
    }),
  ).resolves.toMatchObject({
    incidents: [{ id: 'INC-1 🔥', resolvedAt: '2026-11-18T09:00:00.000Z' }],
  });
  await expect(knex('domain_events').pluck('topic')).resolves.toEqual(
    expect.arrayContaining([
      'handover.document.changed',
      'handover.incident.resolved',
    ]),
  );
  const claim = await outbox.claimRelay({ until: new Date() });
  await expect(
    outbox.readUnpublished(claim!, { limit: 10 }),
  ).resolves.toMatchObject({ events: expect.any(Array) });
}

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('migrations on %p', databaseId => {
  it('upgrade, downgrade and upgrade a portal of the last release', async () => {
    const knex = await databases.init(databaseId);
    await migrateToReleased(knex);
    await expectTried(knex, RELEASED);
    const released = await readLevel(knex);

    const levels = [
      { name: RELEASED, level: released },
      ...(await migrateUp(knex, { data: true })),
    ];
    await expectReadable(knex);

    for (const { name, level } of levels.toReversed()) {
      await expectLevel(knex, level);
      if (name !== RELEASED) {
        await knex.migrate.down({ directory, name });
      }
    }

    await migrateUp(knex, { data: false });
    await expectReadable(knex);
    await expectWritable(knex);
    expect(levels.length).toBeGreaterThan(1);
  });

  it('remove everything', async () => {
    const knex = await databases.init(databaseId);
    await migrateToReleased(knex);
    await migrateUp(knex, { data: true });
    await knex.migrate.rollback({ directory }, true);
    await expect(listTables(knex)).resolves.toEqual([]);
  });

  it('tell from the history of scorecards what came before', async () => {
    const knex = await databases.init(databaseId);
    await migrateToReleased(knex);
    await migrateUp(knex, { data: true });
    const rows = await knex('scorecard_history')
      .orderBy('id')
      .select('level', 'previous_level', 'is_first');
    expect(
      rows.map(row => ({ ...row, is_first: Boolean(row.is_first) })),
    ).toEqual([
      { level: 'gold', previous_level: null, is_first: true },
      { level: null, previous_level: 'gold', is_first: false },
    ]);
  });

  it('downgrade handovers whose entity left the catalog', async () => {
    const knex = await databases.init(databaseId);
    await migrateToReleased(knex);
    const levels = await migrateUp(knex, { data: true });
    // The mirror forgets an entity before its handover is removed.
    await knex('entities').where({ entity_ref: BILLING }).delete();
    await knex('queue_items').where({ key: LEGACY }).delete();

    for (const { name } of levels.toReversed()) {
      await knex.migrate.down({ directory, name });
    }
    await expect(
      knex('documents').where({ entity_ref: BILLING }).first(),
    ).resolves.toMatchObject({
      kind: 'component',
      namespace: 'default',
      title: null,
      title_sort: 'billing',
      owner: '',
      revision: 1,
    });
    await migrateUp(knex, { data: false });
    await expect(
      (await createStores(knex)).documents.get(BILLING),
    ).resolves.toMatchObject({ revision: { number: 1 } });
  });
});
