import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import {
  type ChildProcess,
  execFile,
  spawn,
  spawnSync,
} from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import demoPlugin, { kubernetesModuleDemo } from '.';
import { kubernetesConfig } from './__testUtils__/kubernetesConfig';
import type { DemoObject } from './world/types';

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
          kubernetes: kubernetesConfig,
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
    ).toEqual(['fulfilment-dispatch', 'fulfilment-dispatch', 'label-printer']);
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
    const { body: configMaps } = await backend.get(
      '/api/v1/namespaces/tax/configmaps',
      'application/json;as=Table;v=v1;g=meta.k8s.io',
    );
    expect(configMaps.rows[0].cells.slice(0, 2)).toEqual(['tax-rates', 3]);
    // A table holds no values.
    expect(JSON.stringify(configMaps)).not.toContain('SP,18');
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
    const { status: secrets, body: refusal } = await backend.get(
      '/api/v1/namespaces/tax/secrets/any',
    );
    expect([secrets, refusal.reason, refusal.message]).toEqual([
      403,
      'Forbidden',
      'secrets "any" is forbidden: User "system:anonymous" cannot get resource "secrets" in API group "" in the namespace "tax"',
    ]);
    expect((await backend.get('/apis/nothing/v1')).status).toBe(404);
    expect(
      (await backend.get('/api/v1/pods?labelSelector=a%20within%20b')).status,
    ).toBe(400);
    const send = async (method: string, url: string) => {
      const answer = await fetch(`${backend.kubernetes('production')}${url}`, {
        method,
      });
      return [answer.status, (await answer.json()).message];
    };
    const pod = '/api/v1/namespaces/tax/pods/any';
    expect(await send('DELETE', pod)).toEqual([
      403,
      expect.stringContaining('cannot delete resource "pods"'),
    ]);
    expect(await send('POST', `${pod}/exec`)).toEqual([
      403,
      expect.stringContaining('cannot create resource "pods/exec"'),
    ]);
    expect(
      await send('PATCH', '/apis/apps/v1/namespaces/tax/deployments/any/scale'),
    ).toEqual([
      403,
      expect.stringContaining(
        'cannot patch resource "deployments/scale" in API group "apps" in the namespace "tax"',
      ),
    ]);
    expect((await send('POST', '/version'))[0]).toBe(405);
  });

  it('says which kinds there are, and that it is a demonstration', async () => {
    const { body: version } = await backend.get('/version');
    expect(version.gitVersion).toMatch(/-demo$/);
    const { body: groups } = await backend.get('/apis');
    const served = groups.groups.map(
      (group: { preferredVersion: { groupVersion: string } }) =>
        group.preferredVersion.groupVersion,
    );
    expect(served).toEqual([
      'apps/v1',
      'batch/v1',
      'autoscaling/v2',
      'networking.k8s.io/v1',
      'metrics.k8s.io/v1beta1',
      'authorization.k8s.io/v1',
    ]);
    for (const url of [
      '/api/v1',
      ...served.map((each: string) => `/apis/${each}`),
    ]) {
      const { body } = await backend.get(url);
      expect(body.kind).toBe('APIResourceList');
      expect(body.resources).not.toEqual([]);
    }
  });

  it('has logs of what runs, of what ended, and of nothing else', async () => {
    const { body } = await backend.get(
      '/api/v1/namespaces/order-processing/pods?labelSelector=app.kubernetes.io/name=order-processing',
    );
    const pods = names(body);
    const log = async (pod: string, query: string) => {
      const answer = await fetch(
        `${backend.kubernetes(
          'production',
        )}/api/v1/namespaces/order-processing/pods/${pod}/log?${query}`,
      );
      return [answer.status, await answer.text()];
    };
    const [running, crashing] = [pods[0], pods[3]];
    expect(await log(crashing, 'previous=true&tailLines=2')).toEqual([
      200,
      expect.stringMatching(
        /^\S+Z configuration: PAYMENTS_CALLBACK_URL is not set\n\S+Z exit 1\n$/,
      ),
    ]);
    expect(await log(running, 'tailLines=1')).toEqual([
      200,
      expect.stringMatching(/^\S+Z \d+ requests answered\n$/),
    ]);
    expect(await log(running, 'previous=true')).toEqual([
      400,
      expect.stringContaining('previous terminated container'),
    ]);
    expect(await log(running, 'container=nothing')).toEqual([
      400,
      expect.stringContaining('container nothing is not valid'),
    ]);
    expect((await log('nothing', ''))[0]).toBe(404);
  });

  it('measures the pods that run, and reviews access', async () => {
    const { body } = await backend.get(
      '/apis/metrics.k8s.io/v1beta1/namespaces/payments/pods',
    );
    expect(body.items).toHaveLength(8);
    expect(body.items[0].containers).toEqual([
      {
        name: 'gateway',
        usage: {
          cpu: expect.stringMatching(/^\d+m$/),
          memory: expect.stringMatching(/^\d+Mi$/),
        },
      },
    ]);
    const review = async (content: string) => {
      const answer = await fetch(
        `${backend.kubernetes(
          'production',
        )}/apis/authorization.k8s.io/v1/selfsubjectaccessreviews`,
        { method: 'POST', body: content },
      );
      return [answer.status, (await answer.json()).status];
    };
    const asked = (verb: string, resource: string) =>
      JSON.stringify({ spec: { resourceAttributes: { verb, resource } } });
    expect(await review(asked('list', 'pods'))).toEqual([
      201,
      { allowed: true },
    ]);
    expect(await review(asked('get', 'secrets'))).toEqual([
      201,
      { allowed: false },
    ]);
    expect(await review(asked('create', 'pods'))).toEqual([
      201,
      { allowed: false },
    ]);
    // As kubectl sends it, and what nobody sends.
    expect(await review('k8s\0\x12\xff')).toEqual([201, { allowed: false }]);
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

  it('is known to the Kubernetes plugin as a demonstration', async () => {
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

  // Skipped, and counted as such, where kubectl is not installed.
  const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;
  const withKubectl = hasKubectl ? describe : describe.skip;

  withKubectl('is a cluster like any other to kubectl', () => {
    async function kubectl(line: string) {
      const { stdout } = await run('kubectl', [
        `--kubeconfig=${folder.resolve('config')}`,
        `--cache-dir=${folder.resolve('cache')}`,
        ...line.split(' '),
      ]);
      return stdout;
    }

    beforeEach(async () => {
      const examples = path.resolve(__dirname, '../../../examples');
      const config = await readFile(
        path.join(examples, 'demo.kubeconfig'),
        'utf8',
      );
      folder.setContent({
        config: config.replaceAll('http://localhost:7007', backend.origin),
      });
    });

    it('which lists objects', async () => {
      expect(
        await kubectl('-n order-processing get pods --no-headers'),
      ).toMatch(/order-processing-\S+ +0\/1 +CrashLoopBackOff +1\d/);
      expect(
        await kubectl('--context staging -n fulfilment get pods -o name'),
      ).toContain('pod/parcel-queue-0\n');
      expect(
        await kubectl('-n tax get deployment tax-calculator -o yaml'),
      ).toMatch(/^apiVersion: apps\/v1\nkind: Deployment\n/);
      expect(await kubectl('-n payments get hpa -o wide --no-headers')).toMatch(
        /^payments-gateway +Deployment\/payments-gateway +cpu: 93%\/65% +2 +8 +8 /,
      );
    });

    it('which shows the history of rollouts', async () => {
      expect(
        await kubectl(
          '-n order-processing rollout history deploy/order-processing',
        ),
      ).toMatch(/13 +Release 2\.32\.1.*\n14 +Release 2\.33\.0/);
      expect(
        await kubectl('-n fulfilment rollout history statefulset/parcel-queue'),
      ).toMatch(/4 +<none>\n5 +Quorum queues/);
    });

    it('which describes objects and their events', async () => {
      expect(await kubectl('-n order-processing describe pods')).toMatch(
        /Message: +configuration: PAYMENTS_CALLBACK_URL is not set[^]*BackOff/,
      );
      expect(
        await kubectl(
          '-n order-processing describe deployment order-processing',
        ),
      ).toMatch(
        /Image: +\S+:2\.33\.0@sha256:\w{64}\n[^]*ProgressDeadlineExceeded[^]*ScalingReplicaSet/,
      );
      expect(
        await kubectl(
          'get events -A --sort-by=.lastTimestamp --no-headers -o custom-columns=R:.reason',
        ),
      ).toContain('ScalingReplicaSet\n');
    });

    it('which reads logs, and watches', async () => {
      expect(
        await kubectl(
          '-n order-processing logs deploy/order-processing --tail=2',
        ),
      ).toMatch(/^.* requests answered\n.* requests answered\n$/);
      expect(
        await kubectl(
          '-n tax get pods -w --no-headers --request-timeout=3s -o name',
        ).catch(error => error.stdout),
      ).toMatch(/^pod\/tax-calculator-\S+\npod\/tax-calculator-\S+\n/);
    });

    it('which may read, but no secrets, and change nothing', async () => {
      expect(await kubectl('auth can-i list pods')).toBe('yes\n');
      await expect(kubectl('auth can-i delete pods')).rejects.toThrow();
      await expect(kubectl('-n tax get secrets')).rejects.toThrow(/Forbidden/);
      await expect(kubectl('-n tax delete pods --all')).rejects.toThrow(
        /cannot deletecollection|cannot delete/,
      );
    });
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

describe('the Kubernetes plugin', () => {
  let portal: ChildProcess;
  let origin: string;

  beforeAll(async () => {
    portal = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        path.join(__dirname, '__testUtils__', 'portal.ts'),
      ],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    for await (const line of createInterface({ input: portal.stdout! })) {
      const [, port] = /^listening on (\d+)$/.exec(line) ?? [];
      if (port) {
        origin = `http://localhost:${port}`;
        break;
      }
    }
  });
  afterAll(async () => {
    portal.stdin!.end();
    await once(portal, 'exit');
  });

  const post = async (url: string, body: object) => {
    const response = await fetch(`${origin}/api/kubernetes${url}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  type Answer = {
    items: {
      cluster: { name: string };
      errors: object[];
      podMetrics: object[];
      resources: { type: string; resources: DemoObject[] }[];
    }[];
  };

  it('reads the objects of an entity in both clusters', async () => {
    const { items }: Answer = await post('/resources/workloads/query', {
      entityRef: 'component:default/order-processing',
      auth: {},
    });
    expect(items.map(({ cluster, errors }) => [cluster.name, errors])).toEqual([
      ['staging', []],
      ['production', []],
    ]);
    const of = (type: string) =>
      items[1].resources.find(each => each.type === type)!.resources;
    expect(of('deployments')).toHaveLength(1);
    expect(of('replicasets')).toHaveLength(4);
    expect(of('daemonsets')).toHaveLength(1);
    expect(of('ingresses')).toHaveLength(1);
    expect(
      of('pods').map(({ status }) => JSON.stringify(status)),
    ).toContainEqual(
      expect.stringContaining('PAYMENTS_CALLBACK_URL is not set'),
    );
    // Of the pods that run and of the one that crashes.
    expect(items[1].podMetrics).toHaveLength(of('pods').length);
  });

  it('reads the history of StatefulSets, and events through its proxy', async () => {
    const { items }: Answer = await post('/resources/custom/query', {
      entityRef: 'component:default/fulfilment-dispatch',
      auth: {},
      customResources: [
        { group: 'apps', apiVersion: 'v1', plural: 'controllerrevisions' },
      ],
    });
    expect(
      items.map(({ resources }) =>
        resources.flatMap(each =>
          each.resources.map(({ revision }) => revision),
        ),
      ),
    ).toEqual([
      [4, 5],
      [4, 5],
    ]);
    const events = await fetch(
      `${origin}/api/kubernetes/proxy/api/v1/namespaces/fulfilment/events?fieldSelector=reason=Failed`,
      { headers: { 'backstage-kubernetes-cluster': 'staging' } },
    );
    expect((await events.json()).items).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('label-printer:5.2.0: not found'),
      }),
    ]);
  });
});
