import { parseHandoverDocument } from '@backstage-handover/plugin-handover-common/documents';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { eventually } from '../../__testUtils__/eventually';
import type { WorkQueue } from '../../queue';
import {
  createTestDatabases,
  createTestQueue,
  createTestStore,
} from '../__testUtils__/databases';
import { handoverYaml } from '../__testUtils__/documents';
import { readEntitiesConfig } from '../../entities/config';
import { createEntities } from '../../entities/createEntities';
import { readDocumentsConfig } from '../config';
import type { DocumentChecker } from '../createDocumentChecker';
import { createDocumentRefresher } from '../createDocumentRefresher';
import type { DatabaseDocumentStore } from '../store';

jest.setTimeout(60_000);

const REPOSITORY = 'https://git.test/acme/services';
const never = new AbortController().signal;

const check: DocumentChecker = async (text, options) =>
  parseHandoverDocument(text, options);

function entity(name: string, overrides: Partial<Entity> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': `url:${REPOSITORY}/${name}/catalog-info.yaml`,
        'handover.dev/ref': './handover.yaml',
      },
    },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/team-a' },
      { type: 'partOf', targetRef: 'system:default/shop' },
    ],
    ...overrides,
  };
}

/** A server with files, of which each version has its own etag. */
class Files {
  readonly content = new Map<string, string>();
  readonly requests: { url: string; etag?: string }[] = [];
  /** Resolves before each answer. */
  before: (url: string) => Promise<void> = async () => {};

  readonly urlReader = mockServices.urlReader.mock({
    readUrl: async (url, options) => {
      this.requests.push({ url, etag: options?.etag });
      const content = this.content.get(url);
      await this.before(url);
      if (content === undefined) {
        throw Object.assign(new Error('gone'), { name: 'NotFoundError' });
      }
      const etag = `etag of ${content}`;
      if (options?.etag === etag) {
        throw Object.assign(new Error('same'), { name: 'NotModifiedError' });
      }
      return { buffer: async () => Buffer.from(content), etag };
    },
  });
}

/** A refresher, and the mirror that tells it of the entities of a catalog. */
async function createFollowing(options: {
  knex: Knex;
  store: DatabaseDocumentStore;
  queue: WorkQueue;
  files: Files;
  catalog: CatalogService;
  config?: object;
}) {
  const { knex, store, queue, files, catalog } = options;
  const config = mockServices.rootConfig({ data: options.config ?? {} });
  const logger = mockServices.logger.mock();
  const { entities, schedule } = await createEntities({
    metrics: metricsServiceMock.mock(),
    database: mockServices.database({ knex }),
    catalog,
    auth: mockServices.auth(),
    logger,
    config: readEntitiesConfig(config, readDocumentsConfig(config)),
  });
  const refresher = createDocumentRefresher({
    store,
    queue,
    config,
    entities,
    urlReader: files.urlReader,
    metrics: metricsServiceMock.mock(),
    logger,
    check,
  });
  return Object.assign(refresher, {
    schedule,
    followCatalog: (signal: AbortSignal) => entities.sync({ signal }),
  });
}

describe('DefaultDocumentRefresher', () => {
  const databases = createTestDatabases();
  const directory = createMockDirectory();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let store: DatabaseDocumentStore;
    let queue: WorkQueue;
    let files: Files;
    let entities: Entity[];

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      store = await createTestStore(knex);
      queue = await createTestQueue(knex);
      files = new Files();
      entities = [];
    });

    afterEach(async () => {
      await knex.destroy();
    });

    /** With a catalog that is the one of the moment of each call. */
    function createRefresher(config: object = {}) {
      return createFollowing({
        knex,
        store,
        queue,
        files,
        config,
        catalog: catalogServiceMock.mock({
          streamEntities: (...args) =>
            catalogServiceMock({ entities }).streamEntities(...args),
          getEntityByRef: (...args) =>
            catalogServiceMock({ entities }).getEntityByRef(...args),
          getEntitiesByRefs: (...args) =>
            catalogServiceMock({ entities }).getEntitiesByRefs(...args),
        }),
      });
    }

    const fileOf = (name: string) => `${REPOSITORY}/${name}/handover.yaml`;
    const refOf = (name: string) => `component:default/${name}`;

    it('follows entities as they come, change and go', async () => {
      const refresher = await createRefresher({
        handover: { documents: { catalog: { batchSize: 2 } } },
      });
      entities = [
        ...['a', 'b', 'c', 'd', 'e'].map(name => entity(name)),
        entity('Payments', { kind: 'System', relations: [] }),
        entity('team-a', { kind: 'Group' }),
      ];
      files.content.set(fileOf('a'), handoverYaml('A'));
      files.content.set(fileOf('b'), 'nonsense: true');

      await refresher.followCatalog(never);
      await refresher.refreshDue();
      const { items } = await store.list({});
      expect(items.map(item => [item.entityRef, item.status])).toEqual([
        [refOf('a'), 'ok'],
        [refOf('b'), 'invalid'],
        [refOf('c'), 'missing'],
        [refOf('d'), 'missing'],
        [refOf('e'), 'missing'],
        ['system:default/payments', 'missing'],
      ]);
      expect(items[0]).toMatchObject({
        owner: 'group:default/team-a',
        system: 'system:default/shop',
      });
      await expect(store.get(refOf('c'))).resolves.toMatchObject({
        problems: [
          {
            message:
              "handover.dev/ref points to './handover.yaml', and there is no such file",
          },
        ],
      });

      entities = entities
        .filter(each => !['a', 'd'].includes(each.metadata.name))
        .map(each =>
          each.metadata.name === 'e' ? entity('e', { relations: [] }) : each,
        );
      await refresher.followCatalog(never);
      await refresher.refreshDue();
      await expect(store.list({})).resolves.toMatchObject({ totalItems: 4 });
      await expect(store.get(refOf('a'))).resolves.toBeUndefined();
      await expect(store.getRevision(refOf('a'), 1)).resolves.toBeDefined();
      await expect(
        store.list({ owner: ['group:default/team-a'] }),
      ).resolves.toMatchObject({ totalItems: 2 });
    });

    it('does not take an entity for gone because a page missed it', async () => {
      const refresher = await createRefresher();
      entities = [entity('a'), entity('b')];
      await refresher.followCatalog(never);
      await refresher.refreshDue();
      const missing = catalogServiceMock({ entities: [entity('a')] });
      const other = await createFollowing({
        knex,
        store,
        queue,
        files,
        catalog: catalogServiceMock.mock({
          streamEntities: missing.streamEntities.bind(missing),
          getEntitiesByRefs: (...args) =>
            catalogServiceMock({ entities }).getEntitiesByRefs(...args),
        }),
      });
      await other.followCatalog(never);
      await expect(store.list({})).resolves.toMatchObject({ totalItems: 2 });
    });

    it('keeps the last good revision in view until the document is fixed', async () => {
      const refresher = await createRefresher();
      entities = [entity('a')];
      const readAgain = async () => {
        await store.markDue({ entityRefs: [refOf('a')] });
        await refresher.refreshDue();
        return store.get(refOf('a'));
      };
      files.content.set(fileOf('a'), handoverYaml('Good'));
      await refresher.followCatalog(never);
      await refresher.refreshDue();

      files.content.set(fileOf('a'), handoverYaml('Good', { tierr: 1 }));
      await expect(readAgain()).resolves.toMatchObject({
        status: 'invalid',
        document: { overview: { purpose: 'Good' } },
        revision: { number: 1 },
        problems: [{ line: 5, message: expect.stringContaining('tier') }],
        failingSince: expect.any(String),
      });
      // The same bad content is neither read nor parsed again.
      await expect(readAgain()).resolves.toMatchObject({ status: 'invalid' });
      expect(files.requests.at(-1)?.etag).toContain('tierr');

      files.content.set(fileOf('a'), handoverYaml('Better'));
      await expect(readAgain()).resolves.toMatchObject({
        status: 'ok',
        revision: { number: 2 },
        problems: [],
      });
      files.content.delete(fileOf('a'));
      await expect(readAgain()).resolves.toMatchObject({
        status: 'missing',
        document: { overview: { purpose: 'Better' } },
      });
    });

    it('reads what is due once when several processes refresh, and again when a push comes meanwhile', async () => {
      const refreshers = await Promise.all(
        Array.from({ length: 3 }, () =>
          createRefresher({
            handover: { documents: { refresh: { batchSize: 7 } } },
          }),
        ),
      );
      const names = Array.from({ length: 60 }, (_, index) => `c${index}`);
      entities = names.map(name => entity(name));
      names.forEach(name =>
        files.content.set(fileOf(name), handoverYaml(name)),
      );
      await Promise.all(refreshers.map(each => each.followCatalog(never)));
      await Promise.all(refreshers.map(each => each.refreshDue()));

      expect(files.requests.map(({ url }) => url).sort()).toEqual(
        names.map(fileOf).sort(),
      );
      await expect(store.list({ status: ['ok'] })).resolves.toMatchObject({
        totalItems: 60,
      });
      for (const name of names) {
        await expect(
          store.listRevisions(refOf(name), {}),
        ).resolves.toMatchObject({ totalItems: 1 });
      }

      // The push comes after the old content was served, and before it is kept.
      let pushed = false;
      files.before = async url => {
        if (url === fileOf('c1') && !pushed) {
          pushed = true;
          files.content.set(fileOf('c1'), handoverYaml('Pushed'));
          await refreshers[1].onPush('github.push', {
            repository: { html_url: REPOSITORY },
            commits: [{ modified: ['c1/handover.yaml'] }],
          });
        }
      };
      await store.markDue({ entityRefs: [refOf('c1')] });
      await refreshers[0].refreshDue();
      await refreshers[1].refreshDue();
      await expect(store.get(refOf('c1'))).resolves.toMatchObject({
        revision: { number: 2 },
        document: { overview: { purpose: 'Pushed' } },
      });
      await Promise.all(refreshers.map(each => each.stop()));
    });

    it('reads only what changed when it is due again', async () => {
      const refresher = await createRefresher();
      entities = ['a', 'b'].map(name => entity(name));
      files.content.set(fileOf('a'), handoverYaml('A'));
      files.content.set(fileOf('b'), handoverYaml('B'));
      await refresher.followCatalog(never);
      await refresher.refreshDue();
      expect(files.requests).toHaveLength(2);

      await refresher.followCatalog(never);
      await refresher.refreshDue();
      expect(files.requests).toHaveLength(2);

      await store.markDue({ entityRefs: [refOf('a'), refOf('b')] });
      files.content.set(fileOf('b'), handoverYaml('B2'));
      await refresher.refreshDue();
      expect(
        files.requests.slice(2).every(request => request.etag !== undefined),
      ).toBe(true);
      await expect(store.get(refOf('a'))).resolves.toMatchObject({
        revision: { number: 1 },
      });
      await expect(store.get(refOf('b'))).resolves.toMatchObject({
        revision: { number: 2 },
      });
    });

    it('finds an entity that the catalog got a moment ago', async () => {
      const refresher = await createRefresher();
      await expect(refresher.refreshNow(refOf('a'))).resolves.toBeUndefined();
      entities = [entity('a'), entity('team-a', { kind: 'Group' })];
      files.content.set(fileOf('a'), handoverYaml('A'));
      const states = await Promise.all([
        refresher.refreshNow(refOf('a')),
        refresher.refreshNow(refOf('A')),
      ]);
      states.forEach(state =>
        expect(state).toMatchObject({ status: 'ok', revision: { number: 1 } }),
      );
      expect(files.requests).toHaveLength(1);
      await expect(
        refresher.refreshNow('group:default/team-a'),
      ).resolves.toBeUndefined();
    });

    it('refreshes the others when one document cannot be read or stored', async () => {
      const refresher = await createRefresher();
      entities = ['a', 'bad', 'worse'].map(name => entity(name));
      ['a', 'bad', 'worse'].forEach(name =>
        files.content.set(fileOf(name), handoverYaml(name)),
      );
      files.before = async url => {
        if (url === fileOf('bad')) {
          throw new Error('https://ada:t0ps3cret@git.test answered nonsense');
        }
      };
      const recordOutcomes = store.recordOutcomes.bind(store);
      const record = jest
        .spyOn(store, 'recordOutcomes')
        .mockImplementation(async outcomes => {
          if (outcomes.some(each => each.entityRef === refOf('worse'))) {
            throw new Error('invalid byte sequence');
          }
          return recordOutcomes(outcomes);
        });
      await refresher.followCatalog(never);
      await refresher.refreshDue();
      record.mockRestore();

      await expect(store.get(refOf('a'))).resolves.toMatchObject({
        status: 'ok',
      });
      const bad = await store.get(refOf('bad'));
      expect(bad).toMatchObject({ status: 'unreachable' });
      expect(JSON.stringify(bad)).not.toContain('t0ps3cret');
      await expect(store.get(refOf('worse'))).resolves.toMatchObject({
        status: 'unreachable',
      });
    });

    it('follows entities whose metadata no database stores as it is', async () => {
      const refresher = await createRefresher();
      entities = [
        entity('a'),
        entity('b', {
          metadata: {
            name: 'b',
            title: 'B\0',
            annotations: {
              'backstage.io/managed-by-location': `url:${REPOSITORY}/b/catalog-info.yaml`,
              'handover.dev/ref': 'handover.yaml\0/../../../../secret.yaml',
            },
          },
        }),
      ];
      files.content.set(fileOf('a'), handoverYaml('A'));
      await refresher.followCatalog(never);
      await refresher.refreshDue();
      await expect(store.get(refOf('a'))).resolves.toMatchObject({
        status: 'ok',
      });
      await expect(store.get(refOf('b'))).resolves.toMatchObject({
        status: 'missing',
        problems: [
          { message: expect.stringContaining('handover.yaml\uFFFD/') },
        ],
      });
    });

    it('records the others while one document is slow, and that one when it is read', async () => {
      const refresher = await createRefresher();
      entities = ['quick', 'slow'].map(name => entity(name));
      ['quick', 'slow'].forEach(name =>
        files.content.set(fileOf(name), handoverYaml(name)),
      );
      let answer = () => {};
      const answered = new Promise<void>(resolve => {
        answer = resolve;
      });
      files.before = async url => {
        if (url === fileOf('slow')) {
          await answered;
        }
      };
      await refresher.followCatalog(never);
      const run = refresher.refreshDue();
      await eventually(async () =>
        expect((await store.get(refOf('quick')))?.status).toBe('ok'),
      );
      await expect(store.get(refOf('slow'))).resolves.toMatchObject({
        status: 'unreachable',
      });
      answer();
      await run;
      await expect(store.get(refOf('slow'))).resolves.toMatchObject({
        status: 'ok',
      });
    });

    it('gives back what it has not read when it stops', async () => {
      const refresher = await createRefresher({
        handover: { documents: { refresh: { concurrency: 1 } } },
      });
      entities = ['a', 'b', 'c'].map(name => entity(name));
      let reached = () => {};
      const firstRead = new Promise<void>(resolve => {
        reached = resolve;
      });
      let release = () => {};
      files.before = () =>
        new Promise(resolve => {
          release = resolve;
          reached();
        });
      await refresher.followCatalog(never);
      const run = refresher.refreshDue();
      await firstRead;
      const stopped = refresher.stop();
      release();
      await Promise.all([run, stopped]);

      expect(files.requests).toHaveLength(1);
      await expect(
        store.claim({ limit: 10, claimUntil: new Date(Date.now() + 60_000) }),
      ).resolves.toHaveLength(2);
    });

    it('finds siblings on disk by itself where that is configured', async () => {
      directory.setContent({
        orders: { 'handover.yaml': handoverYaml('From disk') },
        billing: {},
      });
      entities = ['orders', 'billing'].map(name =>
        entity(name, {
          metadata: {
            name,
            annotations: {
              'backstage.io/managed-by-location': `file:${directory.resolve(
                `${name}/catalog-info.yaml`,
              )}`,
            },
          },
        }),
      );
      const catalog = {
        locations: [{ type: 'file', target: directory.resolve('all.yaml') }],
      };
      const annotation = await createRefresher({ catalog });
      await annotation.followCatalog(never);
      await annotation.refreshDue();
      await expect(store.get(refOf('orders'))).resolves.toMatchObject({
        status: 'missing',
      });

      const sibling = await createRefresher({
        catalog,
        handover: { documents: { discovery: 'sibling' } },
      });
      await sibling.followCatalog(never);
      await sibling.refreshDue();
      await expect(store.get(refOf('orders'))).resolves.toMatchObject({
        status: 'ok',
        document: { overview: { purpose: 'From disk' } },
      });
      await expect(store.get(refOf('billing'))).resolves.toMatchObject({
        status: 'missing',
        problems: [],
      });
    });
  });

  it('starts by itself, and stops with the backend', async () => {
    const knex = await databases.init('SQLITE_3');
    const store = await createTestStore(knex);
    const files = new Files();
    files.content.set(
      `${REPOSITORY}/a/handover.yaml`,
      handoverYaml('Found at startup'),
    );
    const lifecycle = mockServices.lifecycle.mock();
    const scheduler = mockServices.scheduler.mock();
    const events = mockServices.events.mock();
    const refresher = await createFollowing({
      knex,
      store,
      queue: await createTestQueue(knex),
      files,
      catalog: catalogServiceMock({ entities: [entity('a')] }),
    });
    await refresher.start({ scheduler, lifecycle, events });
    await refresher.schedule.start({ scheduler, lifecycle });
    expect(
      scheduler.scheduleTask.mock.calls.map(([task]) => [task.id, task.scope]),
    ).toEqual([
      ['handover-documents-refresh', 'local'],
      ['handover-entities-follow-catalog', 'global'],
    ]);
    expect(events.subscribe.mock.calls[0][0].topics).toEqual([
      'github.push',
      'gitlab.push',
    ]);

    await lifecycle.addStartupHook.mock.calls[0][0]();
    await eventually(async () =>
      expect((await store.get('component:default/a'))?.status).toBe('ok'),
    );
    for (const [hook] of lifecycle.addShutdownHook.mock.calls) {
      await hook();
    }
    await knex.destroy();
  });
});
