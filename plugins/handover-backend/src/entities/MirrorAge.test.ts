import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  as,
  component,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { MirrorAge } from './MirrorAge';

jest.setTimeout(60_000);

const HOUR_MS = 60 * 60_000;
const ADA = as('user:default/ada');
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

type Gauge = (observed: { observe: jest.Mock }) => Promise<void>;

/** A portal with a catalog that can be down, and its metrics. */
async function start(
  knex: Awaited<ReturnType<typeof databases.init>>,
  state = { isDown: false },
) {
  const scheduler = mockServices.scheduler();
  const gauges = new Map<string, Gauge>();
  const entities = [component('orders')];
  const real = () => catalogServiceMock({ entities });
  const backend = await startHandoverBackend({
    entities: [],
    database: { knex },
    catalog: catalogServiceMock.mock({
      getEntityByRef: (...args) => real().getEntityByRef(...args),
      getEntitiesByRefs: (...args) => real().getEntitiesByRefs(...args),
      async *streamEntities(...args) {
        yield* real().streamEntities(...args);
        if (state.isDown) {
          throw new Error('The catalog is down');
        }
      },
    }),
    extra: [
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      metricsServiceMock.mock({
        createObservableGauge: name => ({
          addCallback: (callback: unknown) => {
            gauges.set(name, callback as Gauge);
          },
          removeCallback: () => {},
        }),
      }).factory,
    ],
  });
  return {
    ...backend,
    state,
    follow: () => scheduler.triggerTask('handover-entities-follow-catalog'),
    age: async () => {
      const observe = jest.fn();
      await gauges.get('handover.catalog.age')!({ observe });
      return observe.mock.calls[0][0] as number;
    },
  };
}

describe.each(databases.eachSupportedId())('an old mirror, %s', id => {
  it('says in lists and states how old it is, until it follows again', async () => {
    const knex = await databases.init(id);
    const first = await start(knex);
    await first.follow();
    const paths = ['/documents', '/documents/component/default/orders'];
    for (const path of paths) {
      const { body } = await first.get(path, ADA);
      expect(body).not.toHaveProperty('catalogOutdatedSince');
    }
    await expect(first.age()).resolves.toBeLessThan(60);
    await first.stop();

    // As if the last comparison was two hours ago.
    const since = new Date(Date.now() - 2 * HOUR_MS);
    await knex('catalog_sync').update({ synced_at: since });
    const later = await start(knex, { isDown: true });
    await later.follow();
    for (const path of paths) {
      const { body } = await later.get(path, ADA);
      expect(body.catalogOutdatedSince).toBe(since.toISOString());
    }
    await expect(later.age()).resolves.toBeGreaterThan(7_000);

    later.state.isDown = false;
    await later.follow();
    for (const path of paths) {
      const { body } = await later.get(path, ADA);
      expect(body).not.toHaveProperty('catalogOutdatedSince');
    }
    await later.stop();
  });
});

describe('MirrorAge', () => {
  const MINUTE_MS = 60_000;

  function create(options: { frequencyMs?: number } = {}) {
    const clock = { now: Date.parse('2026-11-28T12:00:00Z'), monotonic: 0 };
    const store = {
      syncedAt: jest.fn(async () => new Date('2026-11-28T12:00:00Z')),
    };
    const age = MirrorAge.create({
      store,
      frequencyMs: MINUTE_MS,
      now: () => clock.now,
      monotonic: () => clock.monotonic,
      ...options,
    });
    return { age, store, clock };
  }

  it.each([
    [MINUTE_MS, 10 * MINUTE_MS],
    [10 * MINUTE_MS, 50 * MINUTE_MS],
  ])(
    'is outdated after several intervals of %d ms',
    async (frequencyMs, limit) => {
      const { age, clock } = create({ frequencyMs });
      clock.now += limit;
      await expect(age.outdatedSince()).resolves.toBeUndefined();
      clock.now += 1;
      await expect(age.outdatedSince()).resolves.toEqual(
        new Date('2026-11-28T12:00:00Z'),
      );
      // A clock that is set back does not make it older.
      clock.now -= 24 * HOUR_MS;
      await expect(age.outdatedSince()).resolves.toBeUndefined();
    },
  );

  it('asks the store at most every few seconds, and again after a failure', async () => {
    const { age, store, clock } = create();
    store.syncedAt.mockRejectedValueOnce(new Error('down'));
    await expect(age.outdatedSince()).rejects.toThrow('down');
    await Promise.all([age.outdatedSince(), age.outdatedSince()]);
    expect(store.syncedAt).toHaveBeenCalledTimes(2);
    clock.monotonic += 5_000;
    await age.outdatedSince();
    expect(store.syncedAt).toHaveBeenCalledTimes(3);
    age.reset();
    await age.outdatedSince();
    expect(store.syncedAt).toHaveBeenCalledTimes(4);
  });
});
