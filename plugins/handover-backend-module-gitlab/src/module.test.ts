import handoverPlugin from '@backstage-handover/plugin-handover-backend';
import {
  sendJson,
  startUpstream,
} from '@backstage-handover/plugin-handover-node/testUtils';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import deployments from './__fixtures__/deployments.json';
import pipelines from './__fixtures__/pipelines.json';
import handoverModuleGitLab from '.';

jest.setTimeout(60_000);

/** A catalog that has one entity. */
function catalogOf(annotations: Record<string, string>) {
  return createBackendPlugin({
    pluginId: 'catalog',
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter },
        async init({ http }) {
          http.use((request, response) => {
            if (request.path === '/entities/by-name/component/default/orders') {
              response.json({
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Component',
                metadata: { name: 'orders', namespace: 'default', annotations },
                spec: { type: 'service', owner: 'group:default/shop' },
              });
            } else {
              response.status(404).json({});
            }
          });
        },
      });
    },
  });
}

it('is asked by the backend', async () => {
  const gitlab = await startUpstream((request, response) => {
    const kind = new URL(request.url ?? '', 'http://gitlab').pathname
      .split('/')
      .at(-1);
    sendJson(
      response,
      { pipelines, deployments, jobs: [] }[kind as 'pipelines'] ?? null,
    );
  });
  const { host } = new URL(gitlab.url);
  const backend = await startTestBackend({
    features: [
      handoverPlugin,
      handoverModuleGitLab,
      catalogOf({
        'gitlab.com/project-slug': 'shop/orders',
        'gitlab.com/instance': host,
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          integrations: {
            gitlab: [
              {
                host,
                baseUrl: gitlab.url,
                apiBaseUrl: `${gitlab.url}/api/v4`,
                token: 'token',
              },
            ],
          },
          // The recorded answers are some years old.
          handover: { delivery: { retention: { years: 30 } } },
        },
      }),
    ],
  });
  const read = async (path: string) => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/handover/delivery/component/default/orders/${path}`,
    );
    return response.json();
  };
  expect(await read('runs')).toMatchObject({
    items: pipelines.map(({ id }) => ({ id: `${id}`, provider: 'gitlab' })),
    providers: [{ id: 'gitlab', title: 'GitLab', status: 'ok' }],
  });
  expect(await read('deployments')).toMatchObject({
    items: [
      { id: '13436778', environment: 'staging', outcome: 'running' },
      { id: '13436532', environment: 'production', outcome: 'failed' },
      { id: '13426753', environment: 'staging', outcome: 'succeeded' },
    ],
  });
  await backend.stop();
  await gitlab.close();
});
