import {
  deployment,
  DIGEST,
  event,
  HISTORY,
  NAMESPACE,
  NOW,
  pod,
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

it('says all about a Deployment that is well', () => {
  expect(
    one({
      deployments: [deployment()],
      replicaSets: HISTORY,
      pods: [pod('orders-a'), pod('orders-b')],
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
    },
    rolledOutAt: '2026-11-20T10:00:00.000Z',
    hosts: ['orders.example.com'],
    pods: [
      expect.objectContaining({
        name: 'orders-a',
        status: 'Running',
        ready: 1,
      }),
      expect.objectContaining({
        name: 'orders-b',
        status: 'Running',
        ready: 1,
      }),
    ],
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

it.each<
  [Workload['state'], string, Parameters<typeof deployment>, KubernetesPod[]]
>([
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
        conditions: [{ type: 'Available', status: 'False' }],
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
])('is %s where %s', (state, _, of, pods) => {
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

it('knows revisions of StatefulSets and DaemonSets, if they could be read', () => {
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
  expect(revisions(summarize(objects))).toEqual([
    ['agent', 'progressing', false, []],
    ['queue', 'healthy', false, []],
  ]);
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
  const pods = ['report-1', 'report-2'].map(name =>
    pod(`${name}-x`, {}, { phase: 'Succeeded' }, { kind: 'Job', name }),
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

it('tells who manages a workload', () => {
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
  expect(managed({}, helm)).toEqual({
    kind: 'helm',
    release: 'orders',
    namespace: 'releases',
  });
  expect(managed({ 'argocd.argoproj.io/instance': 'shop' }, helm)).toEqual({
    kind: 'argocd',
    application: 'shop',
  });
  expect(
    managed(
      {},
      {
        'argocd.argoproj.io/tracking-id':
          'shop:apps/Deployment:order-processing/orders',
      },
    ),
  ).toEqual({ kind: 'argocd', application: 'shop' });
  expect(managed({}, {})).toBeUndefined();
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
