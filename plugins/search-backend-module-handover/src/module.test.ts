import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import handoverPlugin from '@backstage-handover/plugin-handover-backend';
import type { HandoverSearchDocument } from '@backstage-handover/plugin-handover-common';
import {
  handoverDocumentReadPermission,
  RESOURCE_TYPE_HANDOVER_DOCUMENT,
} from '@backstage-handover/plugin-handover-common';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
import {
  LunrSearchEngine,
  type RegisterCollatorParameters,
  TestPipeline,
} from '@backstage/plugin-search-backend-node';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import searchModule from '.';

jest.setTimeout(60_000);

const component = (name: string, title?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', title },
  spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/shop' }],
});

const PAYMENTS = `apiVersion: handover.dev/v1
kind: Handover
overview:
  purpose: Takes the money. Orders that are not paid are not shipped.
rollback:
  triggers: [More than 2 % of the card payments fail]
  steps:
    - do: Go back to the image before
      command: kubectl rollout undo deployment/payments
  decideWithin: PT10M
dangerZones:
  items:
    - what: The ledger table
      why: Money is lost
      approval: Head of finance
windows:
  notApplicable: Deployed at any time
`;
const ORDERS = `apiVersion: handover.dev/v1
kind: Handover
overview:
  purpose: Takes orders
rollback:
  triggers: [Orders are lost]
`;

async function putHandovers(port: number): Promise<void> {
  for (const [name, yaml] of [
    ['payments', PAYMENTS],
    ['orders', ORDERS],
  ]) {
    const response = await fetch(
      `http://localhost:${port}/api/handover/documents/component/default/${name}`,
      {
        method: 'PUT',
        headers: { 'Content-Type': 'application/yaml', 'If-None-Match': '*' },
        body: yaml,
      },
    );
    expect(response.status).toBe(201);
  }
}

async function start(
  config: { batchSize?: number; locationTemplate?: string } = {},
) {
  const addCollator = jest.fn<void, [RegisterCollatorParameters]>();
  const backend = await startTestBackend({
    extensionPoints: [
      [searchIndexRegistryExtensionPoint, { addCollator, addDecorator() {} }],
    ],
    features: [
      searchModule,
      handoverPlugin,
      catalogServiceMock.factory({
        entities: [
          component('orders'),
          component('payments', 'Card payments'),
          component('nothing-yet'),
        ],
      }),
      mockServices.rootConfig.factory({
        data: { search: { collators: { handover: config } } },
      }),
    ],
  });
  await putHandovers(backend.server.port());
  const [{ factory }] = addCollator.mock.calls[0];
  return { stop: () => backend.stop(), factory };
}

/** Allows to read the handover of orders, by its kind first and then by itself. */
const mayReadOrdersOnly = mockServices.permissions.mock({
  authorizeConditional: async requests =>
    requests.map(({ permission }) =>
      permission.name === handoverDocumentReadPermission.name
        ? {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'handover',
            resourceType: RESOURCE_TYPE_HANDOVER_DOCUMENT,
            conditions: {
              rule: 'IS_ENTITY_KIND',
              resourceType: RESOURCE_TYPE_HANDOVER_DOCUMENT,
              params: { kinds: ['component'] },
            },
          }
        : { result: AuthorizeResult.ALLOW },
    ),
  authorize: async requests =>
    requests.map(request => ({
      result:
        'resourceRef' in request &&
        request.resourceRef === 'component:default/orders'
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    })),
});

describe('searchModuleHandover', () => {
  it('has a document for each section, read page by page', async () => {
    const { factory, stop } = await start({
      batchSize: 1,
      locationTemplate: '/c/:kind/:namespace/:name/tab',
    });
    expect(factory.type).toBe('handover');
    expect(factory.visibilityPermission).toBe(handoverDocumentReadPermission);

    const { documents, error } = await TestPipeline.fromCollator(
      await factory.getCollator(),
    ).execute();
    expect(error).toBeUndefined();
    expect(documents.map(({ title, location }) => [title, location])).toEqual([
      ['Overview: orders', '/c/component/default/orders/tab#overview'],
      ['Rollback: orders', '/c/component/default/orders/tab#rollback'],
      ['Overview: Card payments', '/c/component/default/payments/tab#overview'],
      ['Rollback: Card payments', '/c/component/default/payments/tab#rollback'],
      [
        'Change windows: Card payments',
        '/c/component/default/payments/tab#windows',
      ],
      [
        'Danger zones: Card payments',
        '/c/component/default/payments/tab#dangerZones',
      ],
    ]);
    expect(documents[3]).toEqual({
      title: 'Rollback: Card payments',
      text: [
        'Roll back when: More than 2 % of the card payments fail',
        'Step: Go back to the image before',
        'Command: kubectl rollout undo deployment/payments',
        'Decide within: 10 minutes',
      ].join('\n'),
      location: '/c/component/default/payments/tab#rollback',
      entityRef: 'component:default/payments',
      entityTitle: 'Card payments',
      section: 'rollback',
      owner: 'group:default/shop',
      stale: true,
      authorization: { resourceRef: 'component:default/payments' },
    } satisfies HandoverSearchDocument & IndexableDocument);
    await stop();
  });

  it('finds the rollback of the payments service by "rollback payment"', async () => {
    const { factory, stop } = await start();
    const engine = new LunrSearchEngine({
      logger: mockServices.logger.mock(),
    });
    await TestPipeline.fromCollator(await factory.getCollator())
      .withIndexer(await engine.getIndexer('handover'))
      .execute();

    const { results } = await engine.query({
      term: 'rollback payment',
      types: ['handover'],
    });
    expect(results[0]).toMatchObject({
      type: 'handover',
      document: {
        title: 'Rollback: Card payments',
        location: '/catalog/default/component/payments/handover#rollback',
        authorization: { resourceRef: 'component:default/payments' },
      },
    });
    expect(results[0].highlight?.fields.title).toContain('Rollback');
    await stop();
  });

  it('is answered by the search with what the caller may read', async () => {
    const scheduler = mockServices.scheduler();
    const search = await startTestBackend({
      features: [
        searchPlugin,
        searchModule,
        handoverPlugin,
        catalogServiceMock.factory({
          entities: [component('orders'), component('payments')],
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: { permission: { enabled: true } },
        }),
        mayReadOrdersOnly.factory,
      ],
    });
    await putHandovers(search.server.port());
    await scheduler.triggerTask('search_index_handover');

    const find = async (): Promise<string[]> => {
      const response = await fetch(
        `http://localhost:${search.server.port()}/api/search/query?term=rollback`,
      );
      const { results } = await response.json();
      return results?.map(
        (result: { document: HandoverSearchDocument }) =>
          result.document.location,
      );
    };
    await expect(find()).resolves.toEqual([
      '/catalog/default/component/orders/handover#rollback',
    ]);
    await search.stop();
  });

  describe('leaves out what the catalog hides', () => {
    async function searchAs(getVisible: () => Promise<string[]>) {
      const scheduler = mockServices.scheduler();
      const entities = [component('orders'), component('payments')];
      const catalog = catalogServiceMock({ entities });
      const getAll = catalog.getEntitiesByRefs.bind(catalog);
      catalog.getEntitiesByRefs = async (request, options) => {
        const { items } = await getAll(request);
        if (JSON.stringify(options).includes('"user"')) {
          const visible = await getVisible();
          return {
            items: request.entityRefs.map((ref, index) =>
              visible.includes(ref) ? items[index] : undefined,
            ),
          };
        }
        return { items };
      };
      const search = await startTestBackend({
        features: [
          searchPlugin,
          searchModule,
          handoverPlugin,
          createServiceFactory({
            service: catalogServiceRef,
            deps: {},
            factory: () => catalog,
          }),
          createServiceFactory({
            service: coreServices.scheduler,
            deps: {},
            factory: () => scheduler,
          }),
        ],
      });
      await putHandovers(search.server.port());
      await scheduler.triggerTask('search_index_handover');
      const address = `http://localhost:${search.server.port()}/api/search`;
      return { address, stop: () => search.stop() };
    }

    const namesOf = (results: { document: HandoverSearchDocument }[]) => [
      ...new Set(results.map(({ document }) => document.entityRef)),
    ];

    it('in the route and in the action', async () => {
      const { address, stop } = await searchAs(async () => [
        'component:default/orders',
      ]);
      const route = await (
        await fetch(`${address}/query?term=rollback`)
      ).json();
      expect(namesOf(route.results)).toEqual(['component:default/orders']);
      expect(route).not.toHaveProperty('numberOfResults');

      const action = await fetch(
        `${address}/.backstage/actions/v1/actions/search:query/invoke`,
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ term: 'rollback' }),
        },
      );
      const { output } = await action.json();
      expect(namesOf(output.results)).toEqual(['component:default/orders']);
      await stop();
    });

    it('and every handover if the catalog fails', async () => {
      const { address, stop } = await searchAs(async () => {
        throw new Error('down');
      });
      const { results } = await (
        await fetch(`${address}/query?term=rollback`)
      ).json();
      expect(results).toEqual([]);
      await stop();
    });
  });

  it('leaves the index as it was when the handover backend does not answer', async () => {
    const { factory, stop } = await start();
    await stop();
    const { error } = await TestPipeline.fromCollator(
      await factory.getCollator(),
    ).execute();
    expect(error).toMatchObject({ message: 'fetch failed' });
  });

  it('refuses a configuration that makes no sense', async () => {
    await expect(start({ batchSize: 101 })).rejects.toThrow(
      "'search.collators.handover.batchSize': must be a whole number from 1 to 100, not 101",
    );
  });
});
