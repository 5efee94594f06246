import { configMapsOfTable, withoutValues } from './configMaps';
import type { KubernetesObjects } from './objects';
import { lookUp } from './lookUp';
import { namedObjects } from './namedObjects';
import { parseQuantity } from './quantities';
import { kindsRead, summarizeObjects } from './summarizeObjects';
import { summarizeWorkloads } from './summarizeWorkloads';
import {
  deployment,
  NAMESPACE,
  NOW,
  pod,
  replicaSet,
} from './__testUtils__/objects';

const metadata = {
  name: 'orders',
  namespace: NAMESPACE,
  creationTimestamp: '2026-08-21T03:00:00Z',
};

const summarize = (objects: KubernetesObjects) =>
  summarizeObjects(objects, summarizeWorkloads(objects, { now: NOW }));

it.each<[string, number | undefined]>([
  ['3', 3],
  ['1.5', 1.5],
  ['.5', 0.5],
  ['500m', 0.5],
  ['2k', 2_000],
  ['1G', 1e9],
  ['8Gi', 8 * 1_024 ** 3],
  ['1E', 1e18],
  ['2e3', 2_000],
  ['1E-2', 0.01],
  ['', undefined],
  ['many', undefined],
  ['1 Gi', undefined],
])('reads the quantity %s', (text, expected) => {
  // To twelve digits, as factors below one are no binary numbers.
  const value = parseQuantity(text)?.toPrecision(12);
  expect(value).toBe(expected?.toPrecision(12));
});

describe('the state of a service', () => {
  const ports = [{ port: 80 }, { port: 53, nodePort: 30053, protocol: 'UDP' }];

  it.each<[string, object, object, object]>([
    [
      'an address in the cluster',
      { ports, clusterIP: '10.0.3.7' },
      {},
      {
        type: 'ClusterIP',
        ports: ['80/TCP', '53:30053/UDP'],
        address: { is: 'cluster', at: ['10.0.3.7'] },
      },
    ],
    [
      'one outside, which goes first',
      {
        type: 'LoadBalancer',
        clusterIP: '10.0.3.7',
        externalIPs: ['192.0.2.9'],
      },
      { loadBalancer: { ingress: [{ hostname: 'lb.example.com' }] } },
      {
        type: 'LoadBalancer',
        ports: [],
        address: { is: 'external', at: ['lb.example.com', '192.0.2.9'] },
      },
    ],
    [
      'one that a load balancer does not have yet',
      { type: 'LoadBalancer', clusterIP: '10.0.3.7' },
      { loadBalancer: {} },
      { address: { is: 'awaited', at: [] } },
    ],
    [
      'none where it is headless',
      { clusterIP: 'None' },
      {},
      { address: { is: 'headless', at: [] } },
    ],
    [
      'a name elsewhere',
      { type: 'ExternalName', externalName: 'db.example.com' },
      {},
      { address: { is: 'alias', at: ['db.example.com'] } },
    ],
  ])('has %s', (_, spec, status, expected) => {
    expect(summarize({ services: [{ metadata, spec, status }] })).toEqual([
      expect.objectContaining({ kind: 'Service', name: 'orders', ...expected }),
    ]);
  });

  it('has no address where nothing tells one', () => {
    expect(summarize({ services: [{}] })).toEqual([
      {
        kind: 'Service',
        name: '',
        namespace: '',
        type: 'ClusterIP',
        ports: [],
      },
    ]);
  });
});

it.each<[string, object, object, object]>([
  [
    'complete',
    { completions: 1 },
    {
      succeeded: 1,
      failed: 2,
      completionTime: '2026-11-21T02:00:00Z',
      conditions: [{ type: 'Complete', status: 'True' }],
    },
    {
      succeeded: 1,
      failed: 2,
      completions: 1,
      finishedAt: '2026-11-21T02:00:00.000Z',
    },
  ],
  [
    'failed',
    {},
    {
      failed: 7,
      conditions: [
        {
          type: 'Failed',
          status: 'True',
          message: 'Job has reached the specified backoff limit',
          lastTransitionTime: '2026-11-21T02:00:00Z',
        },
      ],
    },
    {
      failed: 7,
      completions: 1,
      message: 'Job has reached the specified backoff limit',
      finishedAt: '2026-11-21T02:00:00.000Z',
    },
  ],
  [
    'running',
    { completions: 5 },
    { active: 2, succeeded: 3 },
    { succeeded: 3 },
  ],
  ['suspended', { suspend: true }, {}, { succeeded: 0 }],
  ['waiting', { parallelism: 2 }, {}, { succeeded: 0, failed: 0 }],
])('says that a job is %s', (state, spec, status, expected) => {
  const [job] = summarize({ jobs: [{ metadata, spec, status }] });
  expect(job).toMatchObject({ kind: 'Job', state, ...expected });
  expect('completions' in job).toBe(state !== 'waiting');
});

it('counts the keys of a ConfigMap, and lets go of everything else', () => {
  const secret = 'hunter2';
  const configMap = withoutValues({
    metadata: {
      ...metadata,
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': secret,
      },
    },
    data: { password: secret, other: '' },
    binaryData: { logo: secret },
  });
  expect(JSON.stringify(configMap)).not.toContain(secret);
  const [row] = configMapsOfTable({
    columnDefinitions: [{ name: 'Name' }, { name: 'Data' }, { name: 'Age' }],
    rows: [
      {
        cells: ['orders', 3, '92d'],
        object: { metadata: { ...metadata, annotations: { any: secret } } },
      },
    ],
  });
  expect(row).toEqual(configMap);
  expect(summarize({ configMaps: [configMap, { metadata }] })).toEqual([
    {
      kind: 'ConfigMap',
      name: 'orders',
      namespace: NAMESPACE,
      createdAt: '2026-08-21T03:00:00.000Z',
      keys: 3,
    },
    expect.not.objectContaining({ keys: expect.anything() }),
  ]);
  expect(withoutValues({}).keys).toBe(0);
  expect(configMapsOfTable({})).toEqual([]);
});

it('finds what of a quota is nearest to its limit', () => {
  const nearest = (hard: object, used?: object) => {
    const status = { hard, used } as { hard: { [name: string]: string } };
    const [quota] = summarize({ resourceQuotas: [{ metadata, status }] });
    return quota.kind === 'ResourceQuota' ? quota.nearest : undefined;
  };
  expect(
    nearest(
      { pods: '20', 'limits.memory': '8Gi', 'requests.cpu': '4', odd: '?' },
      { pods: '12', 'limits.memory': '7168Mi', 'requests.cpu': '3100m' },
    ),
  ).toEqual({
    resource: 'limits.memory',
    used: '7168Mi',
    hard: '8Gi',
    share: 0.875,
  });
  // What is forbidden altogether says nothing, until there is some.
  const forbidden = { 'services.loadbalancers': '0', pods: '20' };
  expect(nearest(forbidden, { pods: '1' })).toMatchObject({ resource: 'pods' });
  expect(
    nearest(forbidden, { 'services.loadbalancers': '1', pods: '1' }),
  ).toMatchObject({ resource: 'services.loadbalancers', share: Infinity });
  expect(nearest({})).toBeUndefined();
});

it('knows the hosts of an Ingress, any where it names none', () => {
  const hosts = (spec: object) => {
    const [ingress] = summarize({ ingresses: [{ metadata, spec }] });
    return ingress.kind === 'Ingress' ? ingress.hosts : [];
  };
  expect(
    hosts({
      rules: [{ host: 'a.example.com' }, { host: 'a.example.com' }, {}],
    }),
  ).toEqual(['a.example.com', '*']);
  expect(hosts({ defaultBackend: {} })).toEqual(['*']);
});

it('knows what runs, too: workloads, their pods and ReplicaSets, and autoscalers of anything', () => {
  const objects: KubernetesObjects = {
    deployments: [deployment()],
    replicaSets: [replicaSet(3, '1.4.2')],
    pods: [pod('orders-a')],
    autoscalers: [
      {
        metadata,
        spec: { scaleTargetRef: { kind: 'Rollout', name: 'orders' } },
      },
    ],
    limitRanges: [{ metadata }],
  };
  expect(summarize(objects).map(({ kind, name }) => `${kind}/${name}`)).toEqual(
    [
      'Deployment/orders',
      'Pod/orders-a',
      expect.stringMatching(/^ReplicaSet\/orders/),
      'HorizontalPodAutoscaler/orders',
      'LimitRange/orders',
    ],
  );
  expect(kindsRead(objects)).toEqual([
    'Deployment',
    'Pod',
    'ReplicaSet',
    'HorizontalPodAutoscaler',
    'LimitRange',
  ]);
});

describe('an object that a text names', () => {
  const [service] = summarize({ services: [{ metadata }] });
  const cluster = (name: string, more: object = {}) => ({
    name,
    objects: [service],
    kinds: ['Service'],
    workloads: [{}],
    ...more,
  });
  const empty = { objects: [] };
  const named = { kind: 'Service', name: 'orders' };
  const look = (clusters: ReturnType<typeof cluster>[], of = named) => {
    const found = lookUp(of, clusters);
    return found?.is === 'placed'
      ? found.places.map(each => `${each.cluster.name}: ${each.is}`)
      : found?.is;
  };

  it('is looked for where the service runs', () => {
    expect(
      look([
        cluster('a'),
        cluster('b', empty),
        cluster('c', { ...empty, kinds: [] }),
        cluster('elsewhere', { ...empty, workloads: [] }),
        cluster('down', { ...empty, failure: {} }),
      ]),
    ).toEqual(['a: found', 'b: missing', 'c: unread']);
    // Nothing has to run for a quota to be there.
    expect(look([cluster('a', { workloads: [] })])).toEqual(['a: found']);
    expect(
      look([cluster('a', { ...empty, workloads: [], kinds: [] })]),
    ).toEqual(['a: unread']);
  });

  it('is nowhere, not known or never read', () => {
    expect(look([cluster('a', empty), cluster('b', empty)])).toBe('nowhere');
    expect(look([cluster('a', { failure: {} })])).toBe('unknown');
    expect(
      look([cluster('a', { failure: {} }), cluster('b', { isPending: true })]),
    ).toBe('awaited');
    expect(look([cluster('a')], { kind: 'Secret', name: 'orders' })).toBe(
      'never',
    );
  });

  it('may be plain language, if there is none', () => {
    const text =
      'Rotate secrets/passwords before services/orders or job/roles.';
    const guesses = namedObjects(text);
    expect(guesses).toHaveLength(3);
    expect(guesses.map(each => look([cluster('a')], each))).toEqual([
      undefined,
      ['a: found'],
      undefined,
    ]);
  });
});
