import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import demoPlugin, { kubernetesModuleDemo } from '.';

jest.setTimeout(60_000);

const run = promisify(execFile);
const folder = createMockDirectory();

async function start(demo: object) {
  const backend = await startTestBackend({
    features: [
      demoPlugin,
      kubernetesModuleDemo,
      kubernetesPlugin,
      catalogServiceMock.factory(),
      mockServices.rootConfig.factory({
        data: {
          demo,
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [],
            customResources: [
              {
                group: 'apps',
                apiVersion: 'v1',
                plural: 'controllerrevisions',
              },
            ],
          },
        },
      }),
    ],
  });
  const origin = `http://localhost:${backend.server.port()}`;
  const kubernetes = (cluster: string) =>
    `${origin}/api/demo/kubernetes/${cluster}`;
  return {
    origin,
    stop: () => backend.stop(),
    kubernetes,
    get: async (url: string, accept = 'application/json') => {
      const response = await fetch(`${kubernetes('production')}${url}`, {
        headers: { accept },
      });
      return { status: response.status, body: await response.json() };
    },
  };
}

describe('demoPlugin', () => {
  let backend: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    backend = await start({ enabled: true, manyPods: 200 });
  });
  afterAll(() => backend.stop());

  const names = (body: { items: { metadata: { name: string } }[] }) =>
    body.items.map(({ metadata }) => metadata.name);

  it('lists by namespace, label and field, page by page', async () => {
    const pods = '/api/v1/namespaces/payments/pods';
    const { body: all } = await backend.get(pods);
    expect(all).toMatchObject({ kind: 'PodList', apiVersion: 'v1' });
    expect(all.items).toHaveLength(8);
    const { body: page } = await backend.get(`${pods}?limit=3`);
    expect(page.metadata.remainingItemCount).toBe(5);
    const { body: rest } = await backend.get(
      `${pods}?limit=10&continue=${page.metadata.continue}`,
    );
    expect([...names(page), ...names(rest)]).toEqual(names(all));

    const labelled = async (selector: string) =>
      names(
        (
          await backend.get(
            `/apis/apps/v1/deployments?labelSelector=${encodeURIComponent(
              selector,
            )}`,
          )
        ).body,
      );
    expect(
      await labelled('backstage.io/kubernetes-id=fulfilment-dispatch'),
    ).toEqual(['fulfilment-dispatch', 'label-printer']);
    expect(
      await labelled(
        'app.kubernetes.io/name in (label-printer, tax-calculator),!nothing',
      ),
    ).toEqual(['tax-calculator', 'label-printer']);
    expect(await labelled('app.kubernetes.io/managed-by')).toEqual([
      'payments-gateway',
    ]);
    const { body: failing } = await backend.get(
      '/api/v1/events?fieldSelector=type=Warning,involvedObject.kind!=Node',
    );
    expect(failing.items).toEqual([
      expect.objectContaining({ reason: 'BackOff' }),
    ]);
  });

  it('gives one object, or the table that kubectl prints', async () => {
    const url = '/apis/apps/v1/namespaces/tax/deployments/tax-calculator';
    const { body } = await backend.get(url);
    expect(body).toMatchObject({
      kind: 'Deployment',
      status: { readyReplicas: 2 },
    });
    const { body: table } = await backend.get(
      url,
      'application/json;as=Table;v=v1;g=meta.k8s.io,application/json',
    );
    expect(table.rows[0].cells.slice(0, 2)).toEqual(['tax-calculator', '2/2']);
  });

  it('says in the words of Kubernetes what it does not do', async () => {
    const { status, body } = await backend.get(
      '/api/v1/namespaces/tax/pods/nothing',
    );
    expect([status, body.kind, body.reason]).toEqual([
      404,
      'Status',
      'NotFound',
    ]);
    expect((await backend.get('/api/v1/secrets')).status).toBe(403);
    expect((await backend.get('/apis/nothing/v1')).status).toBe(404);
    expect(
      (await backend.get('/api/v1/pods?labelSelector=a%20within%20b')).status,
    ).toBe(400);
    const written = await fetch(
      `${backend.kubernetes('production')}/api/v1/namespaces/tax/pods/any`,
      { method: 'DELETE' },
    );
    expect(written.status).toBe(405);
    const exec = await fetch(
      `${backend.kubernetes('production')}/api/v1/namespaces/tax/pods/any/exec`,
      { method: 'POST' },
    );
    expect(exec.status).toBe(405);
  });

  it('watches', async () => {
    const abort = new AbortController();
    const response = await fetch(
      `${backend.kubernetes(
        'production',
      )}/api/v1/namespaces/tax/pods?watch=true`,
      { signal: abort.signal },
    );
    const reader = response.body!.getReader();
    const { value } = await reader.read();
    const [line] = new TextDecoder().decode(value).split('\n');
    expect(JSON.parse(line)).toMatchObject({
      type: 'ADDED',
      object: { kind: 'Pod' },
    });
    abort.abort();
  });

  it('has clusters that do not answer as they should', async () => {
    const answer = async (cluster: string) => {
      try {
        const { status } = await fetch(
          `${backend.kubernetes(cluster)}/api/v1/pods`,
          { signal: AbortSignal.timeout(1_000) },
        );
        return status;
      } catch (error) {
        return (error as Error).name;
      }
    };
    expect(
      await Promise.all(
        ['unauthorized', 'forbidden', 'silent', 'slow'].map(answer),
      ),
    ).toEqual([401, 403, 'TimeoutError', 'TimeoutError']);
  });

  // What it reads of them is seen in the browser tests: it loads an ES module for
  // that, which the test runner cannot.
  it('is a cluster like any other to the Kubernetes plugin', async () => {
    const clusters = await fetch(`${backend.origin}/api/kubernetes/clusters`);
    const { items } = await clusters.json();
    expect(items).toEqual([
      expect.objectContaining({
        name: 'staging',
        title: 'staging (demonstration)',
      }),
      expect.objectContaining({
        name: 'production',
        title: 'production (demonstration)',
      }),
    ]);
  });

  it('is a cluster like any other to kubectl', async () => {
    try {
      await run('kubectl', ['version', '--client']);
    } catch {
      console.warn('Not tried with kubectl, which is not installed here');
      return;
    }
    const examples = path.resolve(__dirname, '../../../examples');
    const config = await readFile(
      path.join(examples, 'demo.kubeconfig'),
      'utf8',
    );
    folder.setContent({
      config: config.replaceAll('http://localhost:7007', backend.origin),
    });
    const kubectl = async (line: string) => {
      const { stdout } = await run('kubectl', [
        `--kubeconfig=${folder.resolve('config')}`,
        `--cache-dir=${folder.resolve('cache')}`,
        ...line.split(' '),
      ]);
      return stdout;
    };
    expect(await kubectl('-n order-processing get pods --no-headers')).toMatch(
      /order-processing-\S+ +0\/1 +CrashLoopBackOff +1\d/,
    );
    expect(
      await kubectl(
        '-n order-processing rollout history deploy/order-processing',
      ),
    ).toMatch(/13 +Release 2\.32\.1.*\n14 +Release 2\.33\.0/);
    expect(
      await kubectl('-n fulfilment rollout history statefulset/parcel-queue'),
    ).toMatch(/4 +<none>\n5 +Quorum queues/);
    expect(await kubectl('-n order-processing describe pods')).toMatch(
      /Message: +configuration: PAYMENTS_CALLBACK_URL is not set[^]*BackOff/,
    );
    expect(
      await kubectl(
        '-n order-processing logs deploy/order-processing --tail=2',
      ),
    ).toMatch(/^.* requests answered\n.* requests answered\n$/);
    expect(
      await kubectl('--context staging -n fulfilment get pods -o name'),
    ).toContain('pod/parcel-queue-0\n');
    expect(await kubectl('auth can-i list pods')).toBe('yes\n');
    await expect(kubectl('auth can-i delete pods')).rejects.toThrow();
    await expect(kubectl('-n tax delete pods --all')).rejects.toThrow(
      /does not allow this method/,
    );
  });
});

it('is off unless it is switched on', async () => {
  const backend = await start({});
  const { status } = await fetch(`${backend.kubernetes('production')}/version`);
  expect(status).toBe(404);
  const clusters = await fetch(`${backend.origin}/api/kubernetes/clusters`);
  expect(await clusters.json()).toEqual({ items: [] });
  await backend.stop();
});
