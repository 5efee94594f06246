import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { componentEntity, groupEntity } from './__testUtils__/entities';
import { readEntitiesConfig } from './config';
import { createEntities } from './createEntities';
import type { EntitiesService } from './EntitiesService';

jest.setTimeout(60_000);

const never = new AbortController().signal;
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('following the catalog, %s', id => {
  let knex: Knex;
  let catalog: ReturnType<typeof catalogServiceMock.mock>;
  let entities: Entity[];
  let service: EntitiesService;

  const of = (some: Entity[]) => catalogServiceMock({ entities: some });

  async function create(config: object = {}) {
    const root = mockServices.rootConfig({ data: config });
    const created = await createEntities({
      database: mockServices.database({ knex }),
      catalog,
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      metrics: metricsServiceMock.mock(),
      config: readEntitiesConfig(root, { kinds: ['component'] }),
    });
    return created.entities;
  }

  beforeEach(async () => {
    knex = await databases.init(id);
    entities = [];
    // The catalog of each call is the one of that moment.
    catalog = catalogServiceMock.mock({
      streamEntities: (...args) => of(entities).streamEntities(...args),
      getEntityByRef: (...args) => of(entities).getEntityByRef(...args),
      getEntities: (...args) => of(entities).getEntities(...args),
      getEntitiesByRefs: (...args) => of(entities).getEntitiesByRefs(...args),
    });
    service = await create({
      handover: { documents: { catalog: { batchSize: 4 } } },
    });
  });

  afterEach(() => knex.destroy());

  const components = (count: number) =>
    Array.from({ length: count }, (_, index) => componentEntity(`c${index}`));
  const mirrored = async () =>
    (await service.find({ limit: 500 })).items.map(({ name }) => name);
  const sync = () => service.sync({ signal: never });

  it('mirrors entities as they come, change and go, and groups, systems and domains', async () => {
    entities = [
      ...components(9),
      groupEntity('team'),
      componentEntity('shop', { kind: 'System' }),
      componentEntity('retail', { kind: 'Domain' }),
      componentEntity('db', { kind: 'Resource' }),
    ];
    await expect(sync()).resolves.toEqual({
      seen: 12,
      added: 12,
      changed: 0,
      removed: 0,
    });
    entities = [
      ...entities.slice(2),
      componentEntity('c3', { owners: ['group:default/team'] }),
    ].filter((each, index) => each.metadata.name !== 'c3' || index > 3);
    await expect(sync()).resolves.toEqual({
      seen: 10,
      added: 0,
      changed: 1,
      removed: 2,
    });
    await expect(mirrored()).resolves.toEqual([
      ...['c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'],
      ...['retail', 'team', 'shop'],
    ]);
    await expect(service.get('Component:Default/C3')).resolves.toMatchObject({
      owner: 'group:default/team',
    });
  });

  it('writes only the time if nothing changed', async () => {
    entities = components(30);
    await sync();
    const statements: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
    await expect(sync()).resolves.toMatchObject({ seen: 30, removed: 0 });
    // One a page, and the sums.
    expect(statements).toHaveLength(Math.ceil(30 / 4) + 2);
    expect(statements.filter(sql => !sql.startsWith('select'))).toEqual([
      expect.stringMatching(/^insert into .catalog_sync/),
    ]);
    expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();
  });

  it('asks by name for few of many when one is gone', async () => {
    entities = components(200);
    await sync();
    entities = entities.slice(1);
    await expect(sync()).resolves.toMatchObject({ removed: 1 });
    const asked = catalog.getEntitiesByRefs.mock.calls.flatMap(
      ([{ entityRefs }]) => entityRefs,
    );
    expect(asked).toContain('component:default/c0');
    expect(asked.length).toBeLessThan(10);
  });

  it('removes nothing that a page missed, or that came twice', async () => {
    entities = components(10);
    await sync();
    catalog.streamEntities.mockImplementation((...args) =>
      of([...entities.slice(3), entities[5]]).streamEntities(...args),
    );
    await expect(sync()).resolves.toMatchObject({ removed: 0 });
    await expect(mirrored()).resolves.toHaveLength(10);
  });

  it('removes nothing when the catalog fails halfway', async () => {
    entities = components(10);
    await sync();
    catalog.streamEntities.mockImplementation(async function* failing() {
      yield entities.slice(0, 4);
      throw new Error('connection lost');
    });
    await expect(sync()).rejects.toThrow('connection lost');
    await expect(mirrored()).resolves.toHaveLength(10);
  });

  it('removes nothing when the catalog cannot say what is gone', async () => {
    entities = components(10);
    await sync();
    const all = entities;
    entities = all.slice(0, 9);
    catalog.getEntitiesByRefs.mockRejectedValueOnce(new Error('timed out'));
    await expect(sync()).rejects.toThrow('timed out');
    catalog.getEntitiesByRefs.mockResolvedValueOnce({ items: [] });
    await expect(sync()).rejects.toThrow(/asked for \d+ entities .* for 0/);
    await expect(mirrored()).resolves.toHaveLength(10);
    await expect(sync()).resolves.toMatchObject({ removed: 1 });
  });

  it('stops between two pages', async () => {
    entities = components(10);
    const stopped = new AbortController();
    service.observe({
      entitiesSeen: async () => stopped.abort(),
      entitiesGone: async () => {},
    });
    await expect(service.sync({ signal: stopped.signal })).rejects.toThrow(
      /abort/i,
    );
    await expect(mirrored()).resolves.toHaveLength(4);
  });

  it('forgets kinds that are no longer mirrored', async () => {
    entities = components(3);
    await sync();
    const root = mockServices.rootConfig({ data: {} });
    const { entities: narrower } = await createEntities({
      database: mockServices.database({ knex }),
      catalog,
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      metrics: metricsServiceMock.mock(),
      config: readEntitiesConfig(root, { kinds: ['api'] }),
    });
    await expect(narrower.sync({ signal: never })).resolves.toMatchObject({
      seen: 0,
      removed: 3,
    });
  });

  it('tells observers of every page, and of what is gone before it is forgotten', async () => {
    entities = components(5);
    const seen: string[] = [];
    const gone: string[] = [];
    service.observe({
      entitiesSeen: async page => {
        seen.push(...page.map(each => stringifyEntityRef(each)));
      },
      entitiesGone: async refs => {
        for (const ref of refs) {
          expect(await service.get(ref)).toBeDefined();
          gone.push(ref);
        }
      },
    });
    await sync();
    await sync();
    expect(seen).toHaveLength(10);
    entities = entities.slice(1);
    await sync();
    expect(gone).toEqual(['component:default/c0']);
  });

  it('knows an entity that the catalog got a moment ago by name and by key', async () => {
    await sync();
    entities = [
      componentEntity('new', {
        metadata: {
          annotations: { 'handover.dev/cdevents-source': '/ci/new' },
        },
      }),
      componentEntity('db', { kind: 'Resource' }),
    ];
    const key = { type: 'cdevents-source' as const, value: '/ci/new' };
    await expect(service.resolveKey(key)).resolves.toEqual([
      'component:default/new',
    ]);
    await expect(service.resolveKey(key)).resolves.toHaveLength(1);
    expect(catalog.getEntities).toHaveBeenCalledTimes(1);
    await expect(
      service.resolveKey({ ...key, value: '/ci/other' }),
    ).resolves.toEqual([]);

    await expect(service.follow('component:default/new')).resolves.toBe(true);
    await expect(service.follow('component:default/no')).resolves.toBe(false);
    await expect(service.follow('resource:default/db')).resolves.toBe(false);
  });
});

it('reads how the catalog is followed', () => {
  const read = (catalog: object) =>
    readEntitiesConfig(
      mockServices.rootConfig({
        data: { handover: { documents: { catalog } } },
      }),
      { kinds: ['api', 'system'] },
    );
  expect(read({})).toEqual({
    kinds: ['api', 'system', 'group', 'domain'],
    frequencyMs: 60_000,
    batchSize: 500,
  });
  expect(read({ frequency: '30s', batchSize: 7 })).toMatchObject({
    frequencyMs: 30_000,
    batchSize: 7,
  });
  expect(() => read({ frequency: 'soon' })).toThrow(
    'handover.documents.catalog.frequency',
  );
});
