import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import handoverPlugin from '@backstage-handover/plugin-handover-backend';
import { handoverServiceMock } from '@backstage-handover/plugin-handover-node/testUtils';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  type CatalogProcessorCache,
} from '@backstage/plugin-catalog-node';
import request from 'supertest';
import catalogModule from '.';
import { HandoverStatusProcessor } from './HandoverStatusProcessor';
import { HandoverStatuses } from './HandoverStatuses';
import { eventually } from './__testUtils__/eventually';

jest.setTimeout(60_000);

const component = (
  name: string,
  annotations: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: {
      'backstage.io/managed-by-location': 'url:https://example.com',
      'backstage.io/managed-by-origin-location': 'url:https://example.com',
      ...annotations,
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
});

/** Puts some entities into the catalog. */
function entities(...all: Entity[]) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-entities',
    register(env) {
      env.registerInit({
        deps: {
          catalog: catalogProcessingExtensionPoint,
          lifecycle: coreServices.lifecycle,
        },
        async init({ catalog }) {
          catalog.addEntityProvider({
            getProviderName: () => 'test',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: all.map(entity => ({ entity })),
              }),
          });
        },
      });
    },
  });
}

it('puts the status of handovers on entities, and lets the catalog be filtered by it', async () => {
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModule,
      handoverPlugin,
      entities(
        component('orders', { 'handover.dev/ref': './handover.yaml' }),
        component('payments'),
      ),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          catalog: {
            processingInterval: { seconds: 1 },
            processors: {
              handover: {
                schedule: {
                  frequency: { seconds: 1 },
                  timeout: { minutes: 1 },
                },
              },
            },
          },
          handover: {
            documents: {
              kinds: ['Component'],
              catalog: { frequency: { seconds: 1 } },
              refresh: { frequency: { seconds: 1 } },
            },
          },
        },
      }),
      // The real ones: they have to come round again.
      schedulerServiceFactory,
    ],
  });
  const named = (query: string) =>
    eventually(
      async () => {
        const { body } = await request(backend.server)
          .get(`/api/catalog/entities/by-query?${query}`)
          .expect(200);
        return body.items.map((each: Entity) => [
          each.metadata.name,
          each.metadata.annotations?.['handover.dev/status'],
        ]);
      },
      items => items.length > 0,
    );
  expect(
    await named('filter=metadata.annotations.handover.dev/status=missing'),
  ).toEqual([['payments', 'missing']]);
  await backend.stop();
});

describe('HandoverStatusProcessor', () => {
  const boastful = component('boastful', { 'handover.dev/status': 'ok' });
  const kept = new Map<string, unknown>();
  const cache = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown) => {
      kept.set(key, value);
    },
  } as CatalogProcessorCache;

  async function processed(status: 'invalid' | undefined, isKnown = true) {
    const processor = HandoverStatusProcessor.create({
      statuses: { get: () => status, isKnown },
    });
    const { metadata } = await processor.postProcessEntity(
      boastful,
      { type: 'url', target: 'https://example.com' },
      () => {},
      cache,
    );
    return metadata.annotations?.['handover.dev/status'];
  }

  it('lets nobody else write it', async () => {
    expect(await processed('invalid')).toBe('invalid');
    expect(await processed(undefined)).toBeUndefined();
    expect(boastful.metadata.annotations?.['handover.dev/status']).toBe('ok');
  });

  it('knows after a start what was known before', async () => {
    await processed('invalid');
    expect(await processed(undefined, false)).toBe('invalid');
    await processed(undefined);
    expect(await processed(undefined, false)).toBeUndefined();
  });
});

describe('statuses', () => {
  const page = (...names: string[]) => ({
    items: names.map(name => ({
      entityRef: `component:default/${name}`,
      source: 'repository' as const,
      status: 'ok' as const,
      stale: name === 'old',
      coverageRatio: 1,
      updatedAt: '2026-11-21T10:00:00Z',
    })),
    totalItems: names.length,
  });

  it('are read page by page, and stay where they cannot be read anew', async () => {
    const handover = handoverServiceMock.mock();
    const { list } = handover.documents;
    const logger = mockServices.logger.mock();
    const statuses = HandoverStatuses.create({
      handover,
      auth: mockServices.auth(),
      logger,
    });
    list
      .mockResolvedValueOnce({ ...page('orders'), nextCursor: 'next' })
      .mockResolvedValueOnce(page('old'));
    await statuses.refresh();
    expect(list).toHaveBeenLastCalledWith(
      { limit: 500, cursor: 'next' },
      {
        credentials: mockCredentials.service('plugin:test'),
        signal: undefined,
      },
    );
    expect(statuses.get('component:default/orders')).toBe('ok');
    expect(statuses.get('component:default/old')).toBe('stale');

    list
      .mockResolvedValueOnce({ ...page('new'), nextCursor: 'next' })
      .mockRejectedValueOnce(new Error('no answer'));
    await statuses.refresh();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no answer'),
    );
    expect(statuses.get('component:default/orders')).toBe('ok');
    expect(statuses.get('component:default/new')).toBeUndefined();

    list.mockResolvedValueOnce(page('new'));
    await statuses.refresh();
    expect(statuses.get('component:default/orders')).toBeUndefined();
  });
});
