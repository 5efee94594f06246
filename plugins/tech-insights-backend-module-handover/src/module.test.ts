import techInsightsPlugin from '@backstage-community/plugin-tech-insights-backend';
import handoverPlugin from '@backstage-handover/plugin-handover-backend';
import { handoverServiceMock } from '@backstage-handover/plugin-handover-node/testUtils';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import request from 'supertest';
import techInsightsModule from '.';

jest.setTimeout(60_000);

const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/shop' }],
});

/** The part of the catalog's API that the handover backend follows. */
const catalogPlugin = createBackendPlugin({
  pluginId: 'catalog',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const items = [component('orders'), component('billing')];
        httpRouter.use((req, res) => {
          const named = items.find(({ metadata }) =>
            req.path.endsWith(`/${metadata.name}`),
          );
          res.json(named ?? { items, totalItems: items.length, pageInfo: {} });
        });
      },
    });
  },
});

const config = (retriever: object) =>
  mockServices.rootConfig.factory({
    data: {
      techInsights: {
        factRetrievers: { handoverFactRetriever: retriever },
      },
    } as never,
  });

it('stores the facts of handovers in Tech Insights', async () => {
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      techInsightsPlugin,
      techInsightsModule,
      handoverPlugin,
      catalogPlugin,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      config({ cadence: '*/15 * * * *', lifecycle: { maxItems: 1 } }),
    ],
  });
  const api = request(backend.server);
  await api
    .put('/api/handover/documents/component/default/orders')
    .set({ 'Content-Type': 'application/yaml', 'If-None-Match': '*' })
    .send(
      'apiVersion: handover.dev/v1\nkind: Handover\noverview:\n  purpose: Takes orders\n',
    )
    .expect(201);
  await scheduler.triggerTask('handoverFactRetriever');

  const { body: facts } = await api
    .get('/api/tech-insights/facts/latest')
    .query({ entity: 'component:default/orders', ids: 'handoverFactRetriever' })
    .expect(200);
  expect(facts.handoverFactRetriever).toMatchObject({
    version: '1.0.0',
    facts: {
      handoverStatus: 'ok',
      handoverSource: 'portal',
      handoverSectionOverview: 'partial',
      handoverReviewed: false,
      handoverLevels: {},
    },
  });
  const { body: schemas } = await api
    .get('/api/tech-insights/fact-schemas')
    .expect(200);
  expect(Object.keys(schemas[0])).toEqual(
    expect.arrayContaining(Object.keys(facts.handoverFactRetriever.facts)),
  );
  await backend.stop();
});

it('refuses options that Tech Insights would ignore', async () => {
  await expect(
    startTestBackend({
      features: [
        techInsightsPlugin,
        techInsightsModule,
        handoverServiceMock.factory(),
        config({ cadense: '* * * * *' }),
      ],
    }),
  ).rejects.toThrow(
    /techInsights.factRetrievers.handoverFactRetriever.cadense.*did you mean 'cadence'/is,
  );
});
