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
import {
  type Entity,
  KubernetesValidatorFunctions,
} from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  type CatalogProcessorCache,
} from '@backstage/plugin-catalog-node';
import request from 'supertest';
import catalogModule from '.';
import { HandoverAnnotations } from './HandoverAnnotations';
import { HandoverAnnotationsProcessor } from './HandoverAnnotationsProcessor';
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

const READY = {
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name: 'ready', title: 'Ready', owner: 'platform' },
  scope: { kind: 'component' },
  levels: [{ id: 'bronze', title: 'Bronze' }],
  checks: [
    {
      id: 'written',
      title: 'It is written',
      level: 'bronze',
      why: 'Because.',
      fix: { text: 'Do it.' },
      condition: 'document.exists',
    },
  ],
};

const EVERY_SECOND = { frequency: { seconds: 1 } };

/** Everything comes round every second. */
const CONFIG = {
  backend: { database: { client: 'better-sqlite3', connection: ':memory:' } },
  catalog: {
    processingInterval: { seconds: 1 },
    processors: {
      handover: { schedule: { ...EVERY_SECOND, timeout: { minutes: 1 } } },
    },
  },
  handover: {
    documents: {
      kinds: ['Component'],
      catalog: EVERY_SECOND,
      refresh: EVERY_SECOND,
    },
    scorecards: { definitions: [READY], ...EVERY_SECOND },
  },
};

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

it('puts status and levels of handovers on entities, and lets the catalog be filtered by them', async () => {
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModule,
      handoverPlugin,
      entities(
        component('orders', { 'handover.dev/ref': './handover.yaml' }),
        component('payments', { 'level.handover.dev/made-up': 'gold' }),
      ),
      mockServices.rootConfig.factory({ data: CONFIG }),
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
          Object.entries(each.metadata.annotations ?? {}).filter(([key]) =>
            key.startsWith('level.handover.dev/'),
          ),
        ]);
      },
      items => items.length > 0,
    );
  expect(
    await named(
      'filter=metadata.annotations.handover.dev/status=missing,metadata.annotations.level.handover.dev/ready=none',
    ),
  ).toEqual([['payments', 'missing', [['level.handover.dev/ready', 'none']]]]);
  await backend.stop();
});

describe('HandoverAnnotationsProcessor', () => {
  const boastful = component('boastful', {
    'handover.dev/status': 'ok',
    'level.handover.dev/ready': 'gold',
    'level.handover.dev/made-up': 'gold',
    'example.com/other': 'kept',
  });
  const kept = new Map<string, unknown>();
  const cache = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown) => {
      kept.set(key, value);
    },
  } as CatalogProcessorCache;
  const known = {
    'handover.dev/status': 'invalid',
    'level.handover.dev/ready': 'none',
  };

  async function processed(
    annotations: Record<string, string>,
    isKnown = true,
  ) {
    const processor = HandoverAnnotationsProcessor.create({
      annotations: { get: () => annotations, isKnown },
    });
    const { metadata } = await processor.postProcessEntity(
      boastful,
      { type: 'url', target: 'https://example.com' },
      () => {},
      cache,
    );
    return Object.fromEntries(
      Object.entries(metadata.annotations!).filter(
        ([key]) => !key.startsWith('backstage.io/'),
      ),
    );
  }

  it('lets nobody else write them', async () => {
    expect(await processed(known)).toEqual({
      ...known,
      'example.com/other': 'kept',
    });
    expect(await processed({})).toEqual({ 'example.com/other': 'kept' });
    expect(boastful.metadata.annotations?.['handover.dev/status']).toBe('ok');
  });

  it('knows after a start what was known before', async () => {
    await processed(known);
    expect(await processed({}, false)).toMatchObject(known);
    await processed({});
    expect(await processed({}, false)).toEqual({ 'example.com/other': 'kept' });
  });
});

describe('annotations', () => {
  const page = (...names: string[]) => ({
    items: names.map(name => ({
      entityRef: `component:default/${name}`,
      source: 'repository' as const,
      status: 'ok' as const,
      stale: name === 'old',
      coverageRatio: 1,
      updatedAt: '2026-11-21T10:00:00Z',
      levels: (name === 'old'
        ? {}
        : { ready: 'gold', ['x'.repeat(63)]: 'none' }) as Record<
        string,
        string
      >,
    })),
    totalItems: names.length,
  });
  const GOLD = {
    'handover.dev/status': 'ok',
    'level.handover.dev/ready': 'gold',
    [`level.handover.dev/${'x'.repeat(63)}`]: 'none',
  };

  it('are read page by page, and stay where they cannot be read anew', async () => {
    const handover = handoverServiceMock.mock();
    const { list } = handover.documents;
    const logger = mockServices.logger.mock();
    const annotations = HandoverAnnotations.create({
      handover,
      auth: mockServices.auth(),
      logger,
    });
    const get = (name: string) => annotations.get(`component:default/${name}`);
    list
      .mockResolvedValueOnce({ ...page('orders'), nextCursor: 'next' })
      .mockResolvedValueOnce(page('old'));
    await annotations.refresh();
    expect(list).toHaveBeenCalledTimes(2);
    expect(list).toHaveBeenLastCalledWith(
      { include: 'levels', limit: 500, cursor: 'next' },
      {
        credentials: mockCredentials.service('plugin:test'),
        signal: undefined,
      },
    );
    expect(get('orders')).toEqual(GOLD);
    // Whatever a scorecard is called, the catalog takes the key.
    expect(
      Object.keys(GOLD).every(
        KubernetesValidatorFunctions.isValidAnnotationKey,
      ),
    ).toBe(true);
    expect(get('old')).toEqual({ 'handover.dev/status': 'stale' });

    list
      .mockResolvedValueOnce({ ...page('new'), nextCursor: 'next' })
      .mockRejectedValueOnce(new Error('no answer'));
    await annotations.refresh();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no answer'),
    );
    expect(get('orders')).toEqual(GOLD);
    expect(get('new')).toEqual({});

    list.mockResolvedValueOnce(page('new'));
    await annotations.refresh();
    expect(get('orders')).toEqual({});
  });
});
