import {
  type PipelineProvider,
  pipelineProvidersExtensionPoint,
  RateLimitedError,
} from '@backstage-handover/plugin-handover-node';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { eventually } from '../../__testUtils__/eventually';
import {
  component,
  startHandoverBackend,
} from '../../__testUtils__/startHandoverBackend';
import { createTestDatabases } from '../../documents/__testUtils__/databases';

jest.setTimeout(120_000);

const ANNOTATION = 'jenkins.io/job-full-name';

describe('scheduled pulls', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    let knex: Knex;
    let stops: (() => Promise<void>)[];

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      stops = [];
    });

    afterEach(async () => {
      await Promise.all(stops.map(stop => stop()));
      await knex.destroy();
    });

    const withJob = (name: string) =>
      component(name, { annotations: { [ANNOTATION]: `shop/${name}` } });

    /** A replica of the backend. Its scheduled tasks run when the test says so. */
    async function startReplica(options: {
      entities: () => Entity[];
      fetch: PipelineProvider['fetch'];
      pull?: object;
    }) {
      const provider: PipelineProvider = {
        id: 'jenkins',
        title: 'Jenkins',
        appliesTo: ({ metadata }) => ANNOTATION in (metadata.annotations ?? {}),
        fetch: options.fetch,
      };
      const scheduler = mockServices.scheduler();
      const inCatalog = () =>
        catalogServiceMock({ entities: options.entities() });
      const backend = await startHandoverBackend({
        entities: [],
        catalog: catalogServiceMock.mock({
          queryEntities: (...args) => inCatalog().queryEntities(...args),
          streamEntities: (...args) => inCatalog().streamEntities(...args),
          getEntityByRef: (...args) => inCatalog().getEntityByRef(...args),
          getEntitiesByRefs: (...args) =>
            inCatalog().getEntitiesByRefs(...args),
        }),
        database: { knex },
        config: {
          handover: {
            delivery: {
              pull: {
                // New entities are spread over the interval: due at once here.
                interval: { milliseconds: 1 },
                ...options.pull,
              },
            },
          },
        },
        extra: [
          createServiceFactory({
            service: coreServices.scheduler,
            deps: {},
            factory: () => scheduler,
          }),
          createBackendModule({
            pluginId: 'handover',
            moduleId: 'jenkins',
            register(env) {
              env.registerInit({
                deps: { pipelines: pipelineProvidersExtensionPoint },
                async init({ pipelines }) {
                  pipelines.addProvider(provider);
                },
              });
            },
          }),
        ],
      });
      stops.push(backend.stop);
      return {
        ...backend,
        discover: () =>
          scheduler.triggerTask('handover-entities-follow-catalog'),
        pull: () => scheduler.triggerTask('handover-delivery-pull'),
      };
    }

    const nothing = { runs: [], deployments: [] };
    const dueKeys = async () =>
      (
        await knex('queue_items').where('topic', 'delivery-pull').orderBy('key')
      ).map(({ key }) => key);

    it('fill delivery before anybody looks', async () => {
      const fetch = jest.fn(async () => ({
        ...nothing,
        runs: [
          {
            id: '81',
            provider: 'jenkins',
            pipeline: 'shop/orders',
            status: 'succeeded' as const,
            stages: [],
            startedAt: new Date().toISOString(),
          },
        ],
      }));
      const replica = await startReplica({
        entities: () => [withJob('orders'), component('no-pipeline')],
        fetch,
      });
      await replica.discover();
      await expect(dueKeys()).resolves.toEqual(['component:default/orders']);
      await replica.pull();
      expect(fetch).toHaveBeenCalledTimes(1);

      const { body } = await replica.get(
        '/delivery/component/default/orders/runs',
      );
      expect(body).toMatchObject({
        items: [{ id: '81' }],
        providers: [{ id: 'jenkins', status: 'ok' }],
      });
      // It is fresh: looking at it asked nobody.
      expect(fetch).toHaveBeenCalledTimes(1);
    });

    it('ask for each entity once, however many replicas there are', async () => {
      const entities = Array.from({ length: 30 }, (_, i) => withJob(`c${i}`));
      const asked: string[] = [];
      const options = {
        entities: () => entities,
        fetch: async ({ entity }: { entity: Entity }) => {
          asked.push(entity.metadata.name);
          return nothing;
        },
        pull: { batchSize: 4 },
      };
      const replicas = [
        await startReplica(options),
        await startReplica(options),
      ];
      await Promise.all(replicas.map(({ discover }) => discover()));
      await Promise.all(replicas.map(({ pull }) => pull()));
      expect(asked.sort()).toEqual(
        entities.map(({ metadata }) => metadata.name).sort(),
      );
    });

    it('respect a rate limit that another replica was told of', async () => {
      const entities = Array.from({ length: 8 }, (_, i) => withJob(`c${i}`));
      const retryAt = new Date(Date.now() + 3_600_000);
      const sent: string[] = [];
      const replicaOf = (name: string) =>
        startReplica({
          entities: () => entities,
          fetch: ({ rateLimits }) =>
            rateLimits.ask('ci.test', async () => {
              sent.push(name);
              throw new RateLimitedError({ message: 'Not now', retryAt });
            }),
          pull: { concurrency: 1 },
        });
      const [first, second] = [
        await replicaOf('first'),
        await replicaOf('second'),
      ];
      await first.discover();
      await knex('queue_items')
        .where('topic', 'delivery-pull')
        .whereNot('key', 'component:default/c0')
        .update({ next_due_at: new Date(Date.now() + 3_600_000) });
      await first.pull();
      expect(sent).toEqual(['first']);

      await knex('queue_items')
        .where('topic', 'delivery-pull')
        .whereNot('key', 'component:default/c0')
        .update({ next_due_at: new Date(0) });
      await second.pull();
      expect(sent).toEqual(['first']);
      const rows = await knex('queue_items').where('topic', 'delivery-pull');
      for (const row of rows) {
        expect(new Date(row.next_due_at) >= retryAt).toBe(true);
      }
      const { body } = await second.get('/delivery/component/default/c5/runs');
      expect(body.providers).toMatchObject([
        { status: 'failing', message: 'Not now' },
      ]);
      expect(sent).toEqual(['first']);
    });

    it('go on with the others when a provider fails, and forget entities that left', async () => {
      let entities = [withJob('bad'), withJob('good'), withJob('leaves')];
      const replica = await startReplica({
        entities: () => entities,
        fetch: async ({ entity }) => {
          if (entity.metadata.name === 'bad') {
            throw new Error('There is no such job');
          }
          return nothing;
        },
      });
      await replica.discover();
      entities = entities.slice(0, 2);
      // A pass that began with the backend may still add one that it saw.
      await eventually(async () => {
        await replica.pull();
        await expect(dueKeys()).resolves.toEqual([
          'component:default/bad',
          'component:default/good',
        ]);
      });
      await expect(
        knex('queue_items')
          .where('topic', 'delivery-pull')
          .orderBy('key')
          .pluck('failures'),
      ).resolves.toEqual([1, 0]);
      const { body } = await replica.get(
        '/delivery/component/default/bad/runs',
      );
      expect(body.providers).toMatchObject([
        { status: 'failing', message: 'There is no such job' },
      ]);
    });

    it('end for entities that left the catalog', async () => {
      let entities = [withJob('stays'), withJob('leaves')];
      const replica = await startReplica({
        entities: () => entities,
        fetch: async () => nothing,
      });
      await replica.discover();
      await expect(dueKeys()).resolves.toHaveLength(2);
      entities = entities.slice(0, 1);
      await eventually(async () => {
        await replica.discover();
        await expect(dueKeys()).resolves.toEqual(['component:default/stays']);
      });
    });

    it('do nothing where they are switched off', async () => {
      const fetch = jest.fn(async () => nothing);
      const replica = await startReplica({
        entities: () => [withJob('orders')],
        fetch,
        pull: { enabled: false },
      });
      await expect(replica.pull()).rejects.toThrow();
      await replica.discover();
      await expect(dueKeys()).resolves.toEqual([]);
      await replica.get('/delivery/component/default/orders/runs');
      expect(fetch).toHaveBeenCalledTimes(1);
      await expect(dueKeys()).resolves.toEqual([]);
    });
  });
});
