import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import request from 'supertest';
import handoverPlugin from '..';
import {
  as,
  component,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { BoundedCache } from './BoundedCache';
import { readBackendsConfig } from './config';

jest.setTimeout(60_000);

const never = () => new Promise<never>(() => {});
const ADA = as('user:default/ada');
const DOCUMENT = '/api/handover/documents/component/default/orders';

/** A portal whose other backends answer once the test says so. */
async function start() {
  const state = { hangs: { catalog: false, permissions: false } };
  const entities: Entity[] = [component('orders')];
  const real = () => catalogServiceMock({ entities });
  const scheduler = mockServices.scheduler();
  const backend = await startHandoverBackend({
    entities: [],
    catalog: catalogServiceMock.mock({
      getEntityByRef: async (...args) =>
        state.hangs.catalog ? never() : real().getEntityByRef(...args),
      getEntitiesByRefs: async (...args) =>
        state.hangs.catalog ? never() : real().getEntitiesByRefs(...args),
      async *streamEntities(...args) {
        yield* real().streamEntities(...args);
        if (state.hangs.catalog) {
          await never();
        }
      },
    }),
    authorize: async requests =>
      state.hangs.permissions
        ? never()
        : requests.map(({ permission }) =>
            permission.name === 'catalog.entity.read'
              ? {
                  result: AuthorizeResult.CONDITIONAL,
                  pluginId: 'catalog',
                  resourceType: 'catalog-entity',
                  conditions: {
                    rule: 'ANY',
                    resourceType: 'catalog-entity',
                    params: {},
                  },
                }
              : { result: AuthorizeResult.ALLOW },
          ),
    config: { handover: { backends: { timeout: { milliseconds: 300 } } } },
    extra: [
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  return {
    ...backend,
    state,
    entities,
    follow: () => scheduler.triggerTask('handover-entities-follow-catalog'),
  };
}

describe('a backend that never answers', () => {
  it('fails a comparison of the catalog, and the next one goes on', async () => {
    const { follow, agent, state, entities, stop } = await start();
    await follow();
    state.hangs.catalog = true;
    entities.push(component('billing'));
    // It ends, although the catalog does not.
    await follow();
    state.hangs.catalog = false;
    entities.push(component('carts'));
    await follow();
    const { body } = await agent.get('/api/handover/documents').set(ADA);
    expect(body.items).toHaveLength(3);
    await stop();
  });

  it.each(['catalog', 'permissions'] as const)(
    'makes routes that need it fail in time, and answer again: %s',
    async name => {
      const { agent, follow, state, stop } = await start();
      await follow();
      const paths = [
        DOCUMENT,
        '/api/handover/documents',
        `${DOCUMENT.replace('documents', 'gate')}/environments`,
        `${DOCUMENT.replace('documents', 'delivery')}/runs`,
      ];
      state.hangs[name] = true;
      for (const path of paths) {
        const response = await agent.get(path).set(ADA);
        expect({ path, status: response.status }).toEqual({
          path,
          status: 503,
        });
        expect(response.body.error.message).toMatch(/did not answer within/);
      }
      state.hangs[name] = false;
      for (const path of paths) {
        const response = await agent.get(path).set(ADA);
        expect({ path, status: response.status }).toEqual({
          path,
          status: 200,
        });
      }
      await stop();
    },
  );

  it('is given a time that the configuration bounds', () => {
    const read = (timeout: unknown) =>
      readBackendsConfig(
        new ConfigReader({ handover: { backends: { timeout } } } as object),
      );
    expect(read({ seconds: 5 })).toEqual({ timeoutMs: 5_000 });
    expect(() => read({ minutes: 5 })).toThrow(
      "Invalid duration at 'handover.backends.timeout'",
    );
    expect(() => read('soon')).toThrow('handover.backends.timeout');
  });
});

describe('the clients of Backstage', () => {
  /** A server in place of other backends. It accepts requests and never answers. */
  async function startSilentServer() {
    const opened = new Map<string, Socket[]>();
    const closed = new Map<string, Promise<unknown>[]>();
    const server = createServer(({ url = '', socket }) => {
      const path = url.split('?')[0];
      const add = <T>(all: Map<string, T[]>, each: T) =>
        all.set(path, [...(all.get(path) ?? []), each]);
      add(opened, socket);
      add(closed, once(socket, 'close'));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { baseUrl: `http://127.0.0.1:${port}/api`, opened, closed, server };
  }

  it.each([
    ['permissions', '/api/permission/authorize', true],
    [
      'catalog',
      '/api/catalog/entities/by-name/component/default/orders',
      false,
    ],
  ])(
    'close the connection at the time limit: %s',
    async (_name, path, enabled) => {
      const { baseUrl, opened, closed, server } = await startSilentServer();
      const backend = await startTestBackend({
        features: [
          handoverPlugin,
          permissionsServiceFactory,
          mockServices.discovery.mock({
            getBaseUrl: async id => `${baseUrl}/${id}`,
          }).factory,
          mockServices.rootConfig.factory({
            data: {
              permission: { enabled },
              handover: { backends: { timeout: { milliseconds: 300 } } },
            },
          }),
        ],
      });
      const response = await request(backend.server)
        .get('/api/handover/gate/component/default/orders/environments')
        .set(ADA);
      expect(response.status).toBe(503);
      expect(response.body.error.message).toMatch(/did not answer within 0.3/);
      expect([...opened.keys()]).toContain(path);
      await Promise.all(closed.get(path)!);
      await backend.stop();
      server.closeAllConnections();
      server.close();
    },
  );
});

describe('BoundedCache', () => {
  const DAY_MS = 86_400_000;

  function createCache() {
    const clock = { now: Date.parse('2026-11-28T12:00:00Z') };
    const values = new Map<string, unknown>();
    const inner = mockServices.cache.mock({
      get: async key => values.get(key) as undefined,
      set: async (key, value) => {
        values.set(key, value);
      },
      delete: async key => {
        values.delete(key);
      },
    });
    const cache = BoundedCache.create({
      cache: inner,
      timeoutMs: 50,
      now: () => clock.now,
    });
    return { cache, inner, clock };
  }

  it('forgets a value in time, even if the cache under it does not', async () => {
    const { cache, clock } = createCache();
    await cache.set('key', { allowed: true }, { ttl: 30_000 });
    clock.now += 29_999;
    await expect(cache.get('key')).resolves.toEqual({ allowed: true });
    clock.now += 1;
    await expect(cache.get('key')).resolves.toBeUndefined();
  });

  it('forgets a value that was kept before the clock was set back', async () => {
    const { cache, clock } = createCache();
    clock.now += 30 * DAY_MS;
    await cache.set('key', { allowed: true }, { ttl: { seconds: 30 } });
    clock.now -= 30 * DAY_MS;
    await expect(cache.get('key')).resolves.toBeUndefined();
  });

  it('fails when the cache never answers', async () => {
    const { cache, inner } = createCache();
    inner.get.mockImplementation(never);
    await expect(cache.get('key')).rejects.toThrow(
      'The cache did not answer within 0.05 seconds',
    );
  });
});
