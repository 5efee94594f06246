import handoverPlugin from '@backstage-handover/plugin-handover-backend';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import event from './__fixtures__/deployment-status-event.json';
import jobs from './__fixtures__/jobs-719643947.json';
import runs from './__fixtures__/runs.json';
import { startGithub } from './__testUtils__/startGithub';
import handoverModuleGithubActions from '.';

jest.setTimeout(60_000);

/** A catalog that has one entity, with that annotation. */
function catalogOf(annotations: Record<string, string>) {
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orders', namespace: 'default', annotations },
    spec: { type: 'service', owner: 'group:default/shop' },
  };
  return createBackendPlugin({
    pluginId: 'catalog',
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter },
        async init({ http }) {
          http.use((request, response) => {
            const isEntity =
              request.path === '/entities/by-name/component/default/orders';
            response.status(isEntity ? 200 : 404).json(isEntity ? entity : {});
          });
        },
      });
    },
  });
}

/** The backend with the module, which asks a GitHub that answers what was recorded. */
async function start() {
  const github = await startGithub({
    runs: runs.workflow_runs,
    jobs: { 719643947: jobs.jobs },
    deployments: [event.deployment],
    statuses: { [event.deployment.id]: [event.deployment_status] },
  });
  const backend = await startTestBackend({
    features: [
      handoverPlugin,
      handoverModuleGithubActions,
      catalogOf({ 'github.com/project-slug': 'shop/orders' }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          integrations: {
            github: [
              {
                host: 'ghe.example.com',
                apiBaseUrl: `${github.url}/api/v3`,
                token: 'a-token',
              },
            ],
          },
          // What was recorded is some years old.
          handover: { delivery: { retention: { years: 30 } } },
        },
      }),
    ],
  });
  const read = async (list: string) => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/handover/delivery/component/default/orders/${list}`,
    );
    return response.json();
  };
  return {
    read,
    stop: async () => {
      await backend.stop();
      await github.close();
    },
  };
}

it('is asked by the backend when somebody looks', async () => {
  const { read, stop } = await start();
  try {
    expect(await read('runs')).toMatchObject({
      items: [
        {
          id: '719643947',
          provider: 'github-actions',
          stages: [{ name: 'job2' }, { name: 'job1' }],
        },
        { id: '719641767', provider: 'github-actions' },
      ],
      providers: [
        { id: 'github-actions', title: 'GitHub Actions', status: 'ok' },
      ],
    });
    expect(await read('deployments')).toMatchObject({
      items: [
        {
          id: '145988746',
          environment: 'github-pages',
          outcome: 'running',
        },
      ],
    });
  } finally {
    await stop();
  }
});
