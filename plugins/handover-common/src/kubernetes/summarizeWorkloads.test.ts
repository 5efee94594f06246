import {
  deployment,
  DIGEST,
  event,
  HISTORY,
  NAMESPACE,
  NOW,
  pod,
  replicaSet,
  revisionOf,
  template,
  waiting,
} from './__testUtils__/objects';
import type { KubernetesObjects, KubernetesPod } from './objects';
import { summarizeWorkloads } from './summarizeWorkloads';
import type { Workload } from './types';

const summarize = (objects: KubernetesObjects) =>
  summarizeWorkloads(objects, { now: NOW });

function one(objects: KubernetesObjects): Workload {
  const [workload, ...others] = summarize(objects);
  expect(others).toEqual([]);
  return workload;
}

/** What else belongs to the Deployment, and what belongs to another. */
const AROUND: KubernetesObjects = {
  autoscalers: [
    {
      metadata: { name: 'orders', namespace: NAMESPACE },
      spec: {
        scaleTargetRef: { kind: 'Deployment', name: 'orders' },
        minReplicas: 2,
        maxReplicas: 6,
      },
      status: { currentReplicas: 2, desiredReplicas: 2 },
    },
  ],
  services: [
    {
      metadata: { name: 'orders', namespace: NAMESPACE },
      spec: { selector: { app: 'orders' } },
    },
    {
      metadata: { name: 'other', namespace: NAMESPACE },
      spec: { selector: { app: 'other' } },
    },
  ],
  ingresses: [
    {
      metadata: { name: 'orders', namespace: NAMESPACE },
      spec: {
        rules: [
          {
            host: 'orders.example.com',
            http: { paths: [{ backend: { service: { name: 'orders' } } }] },
          },
          {
            host: 'other.example.com',
            http: { paths: [{ backend: { service: { name: 'other' } } }] },
          },
        ],
      },
    },
  ],
};

it('says all about a Deployment that is well', () => {
  expect(
    one({
      deployments: [deployment()],
      replicaSets: HISTORY,
      pods: [pod('orders-a'), pod('orders-b')],
      ...AROUND,
    }),
  ).toEqual({
    kind: 'Deployment',
    name: 'orders',
    namespace: NAMESPACE,
    state: 'healthy',
    ready: 2,
    desired: 2,
    images: [
      {
        container: 'api',
        repository: 'registry.example.com/orders',
        tag: '1.4.2',
        digest: DIGEST,
      },
    ],
    restarts: 0,
    autoscaler: {
      name: 'orders',
      min: 2,
      max: 6,
      current: 2,
      desired: 2,
      isAtMaximum: false,
      isSaturated: false,
    },
    rolledOutAt: '2026-11-20T10:00:00.000Z',
    hosts: ['orders.example.com'],
    pods: ['orders-a', 'orders-b'].map(name =>
      expect.objectContaining({ name, status: 'Running', ready: 1 }),
    ),
    revisions: [
      expect.objectContaining({ number: 3, isCurrent: true }),
      expect.objectContaining({
        number: 2,
        isCurrent: false,
        changeCause: 'Raise the timeout',
        createdAt: '2026-11-12T10:00:00.000Z',
        images: [expect.objectContaining({ tag: '1.4.1', digest: undefined })],
      }),
      expect.objectContaining({ number: 1 }),
    ],
    hasHistory: true,
  });
});

const crashing = pod(
  'orders-c',
  waiting('CrashLoopBackOff', 'back-off', { exitCode: 1, reason: 'Error' }),
);

const PROBLEMS: [
  Workload['state'],
  string,
  Parameters<typeof deployment>,
  KubernetesPod[],
][] = [
  ['healthy', 'all replicas are ready', [], [pod('a'), pod('b')]],
  ['failing', 'no pod runs', [{ readyReplicas: 0 }], [crashing]],
  [
    'degraded',
    'one of the pods crashes',
    [{ readyReplicas: 1 }],
    [pod('a'), crashing],
  ],
  [
    'degraded',
    'a rollout exceeds its deadline while the old pods serve',
    [
      {
        readyReplicas: 2,
        updatedReplicas: 1,
        conditions: [
          {
            type: 'Progressing',
            status: 'False',
            reason: 'ProgressDeadlineExceeded',
            message: 'ReplicaSet "orders-3" has timed out progressing.',
          },
        ],
      },
    ],
    [pod('a')],
  ],
  [
    'progressing',
    'not all are of the new revision',
    [{ updatedReplicas: 1 }],
    [pod('a')],
  ],
  ['progressing', 'old ones are still there', [{ replicas: 3 }], [pod('a')]],
  [
    'progressing',
    'it has just been changed',
    [
      {
        observedGeneration: 2,
        conditions: [{ type: 'Available', status: 'False' }],
      },
    ],
    [pod('a')],
  ],
  [
    'failing',
    'it is not available, and no rollout is under way',
    [
      {
        readyReplicas: 0,
        conditions: [
          { type: 'Available', status: 'False' },
          {
            type: 'Progressing',
            status: 'True',
            reason: 'NewReplicaSetAvailable',
          },
        ],
      },
    ],
    [],
  ],
  [
    'stopped',
    'it is scaled to none',
    [{ replicas: 0, updatedReplicas: 0, readyReplicas: 0 }, { replicas: 0 }],
    [],
  ],
];

it.each(PROBLEMS)('is %s where %s', (state, _, of, pods) => {
  const workload = one({
    deployments: [deployment(...of)],
    replicaSets: HISTORY,
    pods,
  });
  expect(workload.state).toBe(state);
});

it('puts what fails first, and of its pods those that do not run', () => {
  const named = (name: string, status: Parameters<typeof deployment>[0]) => {
    const each = deployment(status);
    return { ...each, metadata: { ...each.metadata, name } };
  };
  expect(
    summarize({
      deployments: [
        named('b-well', {}),
        named('a-rolling', { updatedReplicas: 1 }),
        named('orders', { readyReplicas: 2 }),
      ],
      replicaSets: HISTORY,
      pods: [
        pod('orders-a'),
        pod('orders-b', { ready: true, restartCount: 4 }),
        crashing,
      ],
    }).map(({ name, state, pods, restarts }) => [
      name,
      state,
      restarts,
      pods.map(each => each.name),
    ]),
  ).toEqual([
    ['orders', 'degraded', 11, ['orders-c', 'orders-b', 'orders-a']],
    ['a-rolling', 'progressing', 0, []],
    ['b-well', 'healthy', 0, []],
  ]);
});

it('joins events to the pods that they are about', () => {
  const message = 'Readiness probe failed: connection refused';
  const workload = one({
    deployments: [deployment({ readyReplicas: 1 })],
    replicaSets: HISTORY,
    pods: [
      pod('orders-a'),
      pod('orders-b', { ready: false, state: { running: {} } }),
    ],
    events: [event('orders-b', 'Unhealthy', message)],
  });
  expect(workload.pods[0]).toMatchObject({
    name: 'orders-b',
    problems: [{ reason: 'Unhealthy', message }],
  });
});

describe('StatefulSets and DaemonSets', () => {
  const statefulSet = {
    metadata: { name: 'queue', namespace: NAMESPACE, generation: 1 },
    spec: { replicas: 3, template: template('3.1') },
    status: {
      observedGeneration: 1,
      readyReplicas: 3,
      currentRevision: 'queue-2',
      updateRevision: 'queue-2',
    },
  };
  const daemonSet = {
    metadata: { name: 'agent', namespace: NAMESPACE, generation: 1 },
    spec: { template: template('0.9') },
    status: {
      observedGeneration: 1,
      desiredNumberScheduled: 2,
      numberReady: 2,
      updatedNumberScheduled: 1,
    },
  };
  const objects = { statefulSets: [statefulSet], daemonSets: [daemonSet] };
  const queue = { kind: 'StatefulSet', name: 'queue' };
  const agent = { kind: 'DaemonSet', name: 'agent' };
  const revisions = (workloads: Workload[]) =>
    workloads.map(each => [
      each.name,
      each.state,
      each.hasHistory,
      each.revisions.map(({ number, isCurrent, images }) => [
        number,
        isCurrent,
        images[0].tag,
      ]),
    ]);

  it('have the revisions that could be read', () => {
    expect(
      revisions(
        summarize({
          ...objects,
          controllerRevisions: [
            revisionOf(queue, 1, '3.0'),
            revisionOf(queue, 2, '3.1'),
            revisionOf(agent, 1, '0.9'),
          ],
        }),
      ),
    ).toEqual([
      ['agent', 'progressing', true, [[1, true, '0.9']]],
      [
        'queue',
        'healthy',
        true,
        [
          [2, true, '3.1'],
          [1, false, '3.0'],
        ],
      ],
    ]);
  });

  it('have no history where it could not be read', () => {
    expect(revisions(summarize(objects))).toEqual([
      ['agent', 'progressing', false, []],
      ['queue', 'healthy', false, []],
    ]);
  });
});

it('takes a CronJob by how its last run ended', () => {
  const cronJob = {
    metadata: { name: 'report', namespace: NAMESPACE },
    spec: {
      schedule: '0 1 * * *',
      timeZone: 'UTC',
      jobTemplate: { spec: { template: template('2.0') } },
    },
    status: { lastScheduleTime: '2026-11-21T01:00:00Z' },
  };
  const job = (name: string, startTime: string, type: string) => ({
    metadata: {
      name,
      namespace: NAMESPACE,
      ownerReferences: [{ kind: 'CronJob', name: 'report', controller: true }],
    },
    status: {
      startTime,
      conditions: [{ type, status: 'True', message: `${type} it is` }],
    },
  });
  const jobs = [
    job('report-1', '2026-11-20T01:00:00Z', 'Failed'),
    job('report-2', '2026-11-21T01:00:00Z', 'Complete'),
  ];
  const completed = {
    state: { terminated: { exitCode: 0, reason: 'Completed' } },
  };
  const pods = ['report-1', 'report-2'].map(name =>
    pod(`${name}-x`, completed, { phase: 'Succeeded' }, { kind: 'Job', name }),
  );
  expect(one({ cronJobs: [cronJob], jobs, pods })).toMatchObject({
    kind: 'CronJob',
    state: 'healthy',
    images: [{ tag: '2.0' }],
    pods: [{ name: 'report-2-x', status: 'Completed' }],
    schedule: {
      cron: '0 1 * * *',
      timeZone: 'UTC',
      isSuspended: false,
      lastScheduledAt: '2026-11-21T01:00:00.000Z',
    },
  });
  expect(one({ cronJobs: [cronJob], jobs: jobs.slice(0, 1) })).toMatchObject({
    state: 'failing',
    message: 'Failed it is',
  });
  const suspended = { ...cronJob, spec: { ...cronJob.spec, suspend: true } };
  expect(one({ cronJobs: [suspended] }).state).toBe('stopped');
});

it('shows jobs and pods that belong to nothing by themselves', () => {
  const orphan = pod(
    'debug',
    waiting('ErrImagePull'),
    {},
    { kind: 'ReplicaSet', name: 'gone' },
  );
  const migration = {
    metadata: { name: 'migrate', namespace: NAMESPACE },
    status: {
      conditions: [
        { type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded' },
      ],
    },
  };
  expect(
    summarize({ jobs: [migration], pods: [orphan] }).map(
      ({ kind, name, state }) => [kind, name, state],
    ),
  ).toEqual([
    ['Pod', 'debug', 'failing'],
    ['Job', 'migrate', 'failing'],
  ]);
});

/** Pods that ended, with the words that Kubernetes has for it. */
const ENDED: [string, KubernetesPod['status']][] = [
  [
    'evicted',
    {
      phase: 'Failed',
      reason: 'Evicted',
      message: 'The node was low on resource: ephemeral-storage.',
      containerStatuses: [],
    },
  ],
  [
    'ended by the shutdown of its node',
    {
      phase: 'Failed',
      reason: 'Terminated',
      message: 'Pod was terminated in response to imminent node shutdown.',
    },
  ],
  ['ended by an old kubelet', { phase: 'Failed', reason: 'NodeShutdown' }],
  [
    'refused by the kubelet',
    { phase: 'Failed', reason: 'UnexpectedAdmissionError' },
  ],
  ['failed', { phase: 'Failed' }],
  ['completed', { phase: 'Succeeded' }],
];

describe.each(ENDED)('a pod that was %s', (_, status) => {
  const ended = (owner: { kind: string; name: string }) =>
    pod(
      'ended',
      {
        ready: false,
        restartCount: 5,
        state: { terminated: { exitCode: 0, reason: 'Completed' } },
      },
      { ...status, startTime: '2026-10-24T10:00:00Z' },
      owner,
    );
  const spec = { replicas: 2, template: template('3.1') };
  const metadata = { name: 'queue', namespace: NAMESPACE };
  const status2 = { replicas: 2, readyReplicas: 2, updatedReplicas: 2 };
  const owners: [string, { kind: string; name: string }, KubernetesObjects][] =
    [
      [
        'Deployment',
        { kind: 'ReplicaSet', name: 'orders-3' },
        { deployments: [deployment()], replicaSets: HISTORY },
      ],
      [
        'StatefulSet',
        { kind: 'StatefulSet', name: 'queue' },
        { statefulSets: [{ metadata, spec, status: status2 }] },
      ],
      [
        'DaemonSet',
        { kind: 'DaemonSet', name: 'queue' },
        {
          daemonSets: [
            {
              metadata,
              spec,
              status: {
                desiredNumberScheduled: 2,
                updatedNumberScheduled: 2,
                numberReady: 2,
              },
            },
          ],
        },
      ],
    ];

  it.each(owners)('is no problem of a %s that replaced it', (__, owner, of) => {
    const workload = one({
      ...of,
      pods: [ended(owner), pod('a', {}, {}, owner), pod('b', {}, {}, owner)],
    });
    expect(workload).toMatchObject({
      state: 'healthy',
      ready: 2,
      restarts: 0,
      pods: [
        { name: 'a' },
        { name: 'b' },
        { name: 'ended', isReplaced: true, problems: [] },
      ],
    });
  });

  it.each(owners)('is one of a %s that did not', (__, owner, of) => {
    const workload = one({
      ...of,
      pods: [ended(owner), pod('b', {}, {}, owner)],
    });
    expect(workload.state).toBe('degraded');
    expect(workload.pods[0]).toMatchObject({
      name: 'ended',
      problems: [{ reason: expect.any(String) }],
    });
  });
});

it('takes the latest of many ended pods for the one that is missing', () => {
  const evicted = (name: string, startTime: string) =>
    pod(name, {}, { phase: 'Failed', reason: 'Evicted', startTime });
  const { pods } = one({
    deployments: [deployment({ readyReplicas: 1 })],
    replicaSets: HISTORY,
    pods: [
      evicted('old', '2026-10-01T10:00:00Z'),
      evicted('late', '2026-11-21T02:00:00Z'),
      pod('a'),
    ],
  });
  expect(pods.map(({ name, problems }) => [name, problems.length])).toEqual([
    ['late', 1],
    ['a', 0],
    ['old', 0],
  ]);
});

it('counts the pods of each ReplicaSet of a rollout by themselves', () => {
  const [, current, old] = HISTORY;
  const { state } = one({
    deployments: [deployment({ updatedReplicas: 1 })],
    replicaSets: [
      { ...old, spec: { ...old.spec, replicas: 2 } },
      { ...current, spec: { ...current.spec, replicas: 1 } },
    ],
    pods: [
      pod('a', {}, {}, { kind: 'ReplicaSet', name: 'orders-1' }),
      pod('b', {}, {}, { kind: 'ReplicaSet', name: 'orders-1' }),
      pod('new', {}, { phase: 'Failed', reason: 'Evicted' }),
    ],
  });
  expect(state).toBe('degraded');
});

it('leaves a pod of a lost node to the one that replaced it', () => {
  const lost = pod('lost', {}, { reason: 'NodeLost' });
  lost.metadata!.deletionTimestamp = '2026-11-21T02:00:00Z';
  const state = (...pods: KubernetesPod[]) =>
    one({
      deployments: [deployment({ readyReplicas: pods.length })],
      replicaSets: HISTORY,
      pods: [lost, ...pods],
    }).state;
  expect(state(pod('a'))).toBe('degraded');
  expect(state(pod('a'), pod('b'))).toBe('healthy');
});

it.each<[Workload['state'], string, KubernetesObjects]>([
  [
    'healthy',
    'a StatefulSet with OnDelete whose pods are of two revisions',
    {
      statefulSets: [
        {
          metadata: { name: 'queue', namespace: NAMESPACE },
          spec: { replicas: 3, updateStrategy: { type: 'OnDelete' } },
          status: {
            readyReplicas: 3,
            currentRevision: 'queue-a',
            updateRevision: 'queue-b',
          },
        },
      ],
    },
  ],
  [
    'healthy',
    'a DaemonSet with OnDelete whose pods are of two revisions',
    {
      daemonSets: [
        {
          metadata: { name: 'agent', namespace: NAMESPACE },
          spec: { updateStrategy: { type: 'OnDelete' } },
          status: {
            desiredNumberScheduled: 3,
            numberReady: 3,
            updatedNumberScheduled: 1,
          },
        },
      ],
    },
  ],
  [
    'healthy',
    'a Deployment that is paused in a rollout',
    { deployments: [deployment({ updatedReplicas: 1 }, { paused: true })] },
  ],
  [
    'degraded',
    'a Deployment that may not make pods',
    {
      deployments: [
        deployment({
          updatedReplicas: 1,
          conditions: [{ type: 'ReplicaFailure', status: 'True' }],
        }),
      ],
    },
  ],
])('is %s: %s', (state, _, objects) => {
  expect(one(objects).state).toBe(state);
});

it('adds up the restarts of containers and sidecars, as kubectl does', () => {
  const sidecar = {
    ...pod('orders-a', { restartCount: 4, ready: true }),
    spec: {
      ...template('1.4.2').spec,
      initContainers: [{ name: 'proxy', restartPolicy: 'Always' }],
    },
  };
  sidecar.status!.initContainerStatuses = [
    {
      name: 'proxy',
      ready: true,
      started: true,
      restartCount: 2,
      state: { running: {} },
    },
  ];
  expect(
    one({
      deployments: [deployment()],
      replicaSets: HISTORY,
      pods: [sidecar],
    }),
  ).toMatchObject({
    restarts: 6,
    pods: [{ restarts: 6, ready: 2, containers: 2, status: 'Running' }],
  });
});

it('takes a Job by what it is at', () => {
  const failed = pod(
    'migrate-1',
    { state: { terminated: { exitCode: 1, reason: 'Error' } } },
    { phase: 'Failed' },
    { kind: 'Job', name: 'migrate' },
  );
  const running = pod('migrate-2', {}, {}, { kind: 'Job', name: 'migrate' });
  const job = (
    status: NonNullable<KubernetesObjects['jobs']>[number]['status'],
    pods: KubernetesPod[],
    spec = {},
  ) => {
    const { state, pods: shown } = one({
      jobs: [
        { metadata: { name: 'migrate', namespace: NAMESPACE }, spec, status },
      ],
      pods,
    });
    return [state, shown.flatMap(({ problems }) => problems).length];
  };
  const complete = { conditions: [{ type: 'Complete', status: 'True' }] };
  expect(job({ active: 1, failed: 1 }, [failed, running])).toEqual([
    'healthy',
    0,
  ]);
  expect(job({ ...complete, failed: 1 }, [failed])).toEqual(['healthy', 0]);
  // Between two tries.
  expect(job({ failed: 1 }, [failed])).toEqual(['failing', 1]);
  expect(job({}, [])).toEqual(['progressing', 0]);
  expect(job({}, [], { suspend: true })).toEqual(['stopped', 0]);
});

it('says that a run of a CronJob does not get on', () => {
  const run = { kind: 'Job', name: 'report-1' };
  expect(
    one({
      cronJobs: [{ metadata: { name: 'report', namespace: NAMESPACE } }],
      jobs: [
        {
          metadata: {
            name: 'report-1',
            namespace: NAMESPACE,
            ownerReferences: [
              { kind: 'CronJob', name: 'report', controller: true },
            ],
          },
          status: { active: 1 },
        },
      ],
      pods: [pod('report-1-x', waiting('ImagePullBackOff'), {}, run)],
    }).state,
  ).toBe('degraded');
});

it('makes a Rollout of the ReplicaSets that Argo Rollouts left', () => {
  const owned = (revision: number, replicas: number, readyReplicas: number) => {
    const each = replicaSet(revision, `1.4.${revision}`);
    return {
      ...each,
      metadata: {
        ...each.metadata,
        ownerReferences: [
          { kind: 'Rollout', name: 'orders', controller: true },
        ],
        annotations: {
          'rollout.argoproj.io/revision': `${revision}`,
          'argocd.argoproj.io/tracking-id': `shop:argoproj.io/Rollout:${NAMESPACE}/orders`,
        },
      },
      spec: { ...each.spec, replicas },
      status: { readyReplicas },
    };
  };
  const of = (ready: number) =>
    one({
      replicaSets: [owned(2, 0, 0), owned(3, 2, ready), owned(1, 0, 0)],
      pods: [pod('a'), pod('b')],
    });
  expect(of(2)).toMatchObject({
    kind: 'Rollout',
    name: 'orders',
    namespace: NAMESPACE,
    state: 'healthy',
    ready: 2,
    desired: 2,
    images: [{ tag: '1.4.3' }],
    pods: [{ name: 'a' }, { name: 'b' }],
    revisions: [
      { number: 3, isCurrent: true },
      { number: 2, isCurrent: false },
      { number: 1, isCurrent: false },
    ],
    manager: { kind: 'argocd', application: 'shop' },
  });
  expect(of(1).state).toBe('progressing');
});

describe('the manager of a workload', () => {
  const managed = (labels: object, annotations: object) => {
    const each = deployment();
    return one({
      deployments: [
        {
          ...each,
          metadata: {
            ...each.metadata,
            labels: { ...labels },
            annotations: { ...each.metadata?.annotations, ...annotations },
          },
        },
      ],
    }).manager;
  };
  const helm = {
    'meta.helm.sh/release-name': 'orders',
    'meta.helm.sh/release-namespace': 'releases',
  };

  it('is the Helm release that its annotations name', () => {
    expect(managed({}, helm)).toEqual({
      kind: 'helm',
      release: 'orders',
      namespace: 'releases',
    });
    expect(managed({ 'app.kubernetes.io/managed-by': 'Helm' }, {})).toBe(
      undefined,
    );
  });

  it('is the Argo CD application that tracks it', () => {
    const shop = { kind: 'argocd', application: 'shop' };
    expect(managed({ 'argocd.argoproj.io/instance': 'shop' }, helm)).toEqual(
      shop,
    );
    const tracked = (application: string, object = 'order-processing/orders') =>
      managed(
        {},
        {
          'argocd.argoproj.io/tracking-id': `${application}:apps/Deployment:${object}`,
        },
      );
    expect(tracked('shop')).toEqual(shop);
    expect(tracked('team-a_shop')).toEqual({ ...shop, namespace: 'team-a' });
    expect(
      managed({ 'argocd.argoproj.io/instance': 'team-a_shop' }, {}),
    ).toEqual({ ...shop, namespace: 'team-a' });
    // Copied from another object.
    expect(tracked('shop', 'order-processing/another')).toBeUndefined();
  });

  it('is the Flux resource that reconciles it', () => {
    const flux = (kind: string) => ({
      [`${kind}.toolkit.fluxcd.io/name`]: 'shop',
      [`${kind}.toolkit.fluxcd.io/namespace`]: 'flux-system',
    });
    expect(managed(flux('kustomize'), {})).toEqual({
      kind: 'flux',
      resource: 'kustomization',
      name: 'shop',
      namespace: 'flux-system',
    });
    expect(managed(flux('helm'), helm)).toEqual({
      kind: 'flux',
      resource: 'helmrelease',
      name: 'shop',
      namespace: 'flux-system',
      helm: { release: 'orders', namespace: 'releases' },
    });
    expect(
      managed(flux('kustomize'), {
        'kustomize.toolkit.fluxcd.io/reconcile': 'disabled',
      }),
    ).toBeUndefined();
  });

  it('is unknown without any of these', () => {
    expect(managed({}, {})).toBeUndefined();
  });
});

it('makes something of an answer that says almost nothing', () => {
  expect(
    summarize({
      deployments: [{}],
      statefulSets: [{}],
      daemonSets: [{}],
      cronJobs: [{}],
      jobs: [{}],
      pods: [{}],
      replicaSets: [{}],
      controllerRevisions: [{}],
      autoscalers: [{}],
      ingresses: [{}],
      services: [{}],
      events: [{}],
    }),
  ).toHaveLength(6);
});
