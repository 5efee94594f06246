import type { ContainerStatus, KubernetesPod } from './objects';
import { podStatus } from './podStatus';

// Right values are what `kubectl get pods` prints of these pods: the printer of
// Kubernetes 1.32 and its own tests.

const RUNNING: ContainerStatus['state'] = {
  running: { startedAt: '2026-11-20T10:00:00Z' },
};
const waiting = (reason: string): ContainerStatus['state'] => ({
  waiting: { reason },
});
const terminated = (
  exitCode: number,
  more: object = {},
): ContainerStatus['state'] => ({ terminated: { exitCode, ...more } });

const app = (of: ContainerStatus = {}): ContainerStatus => ({
  name: 'app',
  ready: true,
  restartCount: 4,
  state: RUNNING,
  ...of,
});
const down = (state: ContainerStatus['state'], restartCount = 4) =>
  app({ ready: false, state, restartCount });

const sidecar = (of: ContainerStatus = {}): ContainerStatus => ({
  name: 'proxy',
  ready: true,
  started: true,
  restartCount: 2,
  state: RUNNING,
  ...of,
});
const init = (of: ContainerStatus = {}): ContainerStatus => ({
  name: 'migrate',
  ready: true,
  restartCount: 3,
  state: terminated(0, { reason: 'Completed' }),
  ...of,
});

type Parts = {
  init?: ContainerStatus[];
  containers?: ContainerStatus[];
  phase?: string;
  reason?: string;
  conditions?: [type: string, status: string, reason?: string][];
  isDeleted?: boolean;
};

/** Of `migrate` and `proxy`, the second is a native sidecar. */
function pod({ init: inits = [], containers = [], ...of }: Parts) {
  return {
    metadata: {
      name: 'orders-1',
      ...(of.isDeleted ? { deletionTimestamp: '2026-11-21T03:00:00Z' } : {}),
    },
    spec: {
      containers: containers.map(({ name }) => ({ name })),
      initContainers: inits.map(({ name }) => ({
        name,
        ...(name === 'proxy' ? { restartPolicy: 'Always' } : {}),
      })),
    },
    status: {
      phase: of.phase ?? 'Running',
      reason: of.reason,
      conditions: of.conditions?.map(([type, status, reason]) => ({
        type,
        status,
        reason,
      })),
      initContainerStatuses: inits,
      containerStatuses: containers,
    },
  } satisfies KubernetesPod;
}

const READY: Parts['conditions'] = [
  ['Initialized', 'True'],
  ['Ready', 'True'],
];
const PENDING = { phase: 'Pending' };

const PRINTED: [name: string, of: Parts, printed: string][] = [
  ['runs', { containers: [app()], conditions: READY }, '1/1 Running 4'],
  [
    'runs two containers, one of them not ready',
    {
      containers: [
        app(),
        app({ name: 'b', ready: false, restartCount: 1, started: true }),
      ],
    },
    '1/2 Running 5',
  ],
  [
    'crashes',
    { containers: [down(waiting('CrashLoopBackOff'), 7)] },
    '0/1 CrashLoopBackOff 7',
  ],
  [
    'has two containers in trouble: the first is named',
    {
      containers: [
        down(waiting('ImagePullBackOff'), 0),
        { ...down(waiting('CrashLoopBackOff'), 3), name: 'b' },
      ],
    },
    '0/2 ImagePullBackOff 3',
  ],
  [
    'is being created',
    { ...PENDING, containers: [down(waiting('ContainerCreating'), 0)] },
    '0/1 ContainerCreating 0',
  ],
  ['has no status of containers', { ...PENDING }, '0/0 Pending 0'],
  [
    'has completed',
    {
      phase: 'Succeeded',
      containers: [down(terminated(0, { reason: 'Completed' }), 0)],
    },
    '0/1 Completed 0',
  ],
  [
    'has one container that completed, and is ready',
    {
      containers: [
        down(terminated(0, { reason: 'Completed' }), 0),
        app({ name: 'b', restartCount: 0 }),
      ],
      conditions: READY,
    },
    '1/2 Running 0',
  ],
  [
    'has one container that completed, and is not ready',
    {
      containers: [
        down(terminated(0, { reason: 'Completed' }), 0),
        app({ name: 'b', restartCount: 0 }),
      ],
      conditions: [['Ready', 'False']],
    },
    '1/2 NotReady 0',
  ],
  [
    'was ended by a signal',
    { containers: [down(terminated(137, { signal: 9 }))] },
    '0/1 Signal:9 4',
  ],
  [
    'ended with a code and no reason',
    { containers: [down(terminated(3))] },
    '0/1 ExitCode:3 4',
  ],
  [
    'ended with an error',
    {
      phase: 'Failed',
      containers: [down(terminated(1, { reason: 'Error' }), 0)],
    },
    '0/1 Error 0',
  ],
  ['was evicted', { phase: 'Failed', reason: 'Evicted' }, '0/0 Evicted 0'],
  [
    'was ended by the shutdown of its node',
    {
      phase: 'Failed',
      reason: 'Terminated',
      containers: [down(terminated(0, { reason: 'Completed' }), 0)],
    },
    '0/1 Completed 0',
  ],
  [
    'is terminating',
    { containers: [app()], isDeleted: true },
    '1/1 Terminating 4',
  ],
  [
    'has completed and is being deleted',
    {
      phase: 'Succeeded',
      containers: [down(terminated(0, { reason: 'Completed' }), 0)],
      isDeleted: true,
    },
    '0/1 Completed 0',
  ],
  [
    'is being deleted from a node that is lost',
    { containers: [app()], reason: 'NodeLost', isDeleted: true },
    '1/1 Unknown 4',
  ],
  [
    'waits for its scheduling gates',
    {
      ...PENDING,
      conditions: [['PodScheduled', 'False', 'SchedulingGated']],
    },
    '0/0 SchedulingGated 0',
  ],
  [
    'waits for a readiness gate',
    {
      containers: [app()],
      conditions: [['Ready', 'False', 'ReadinessGatesNotReady']],
    },
    '1/1 Running 4',
  ],
  [
    'runs its first init container',
    {
      ...PENDING,
      init: [init({ state: RUNNING, ready: false, restartCount: 0 })],
      containers: [down(waiting('PodInitializing'), 0)],
    },
    '0/1 Init:0/1 0',
  ],
  [
    'has run one of two init containers',
    {
      ...PENDING,
      init: [
        init(),
        init({
          name: 'seed',
          state: waiting('PodInitializing'),
          restartCount: 0,
        }),
      ],
      containers: [down(waiting('PodInitializing'), 0)],
    },
    '0/1 Init:1/2 3',
  ],
  [
    'has an init container that crashes',
    {
      ...PENDING,
      init: [init({ state: waiting('CrashLoopBackOff') })],
      containers: [down(waiting('PodInitializing'), 0)],
    },
    '0/1 Init:CrashLoopBackOff 3',
  ],
  [
    'has an init container that failed',
    {
      ...PENDING,
      init: [init({ state: terminated(1, { reason: 'Error' }) })],
      containers: [down(waiting('PodInitializing'), 0)],
    },
    '0/1 Init:Error 3',
  ],
  [
    'has an init container that a signal ended',
    { ...PENDING, init: [init({ state: terminated(137, { signal: 9 }) })] },
    '0/0 Init:Signal:9 3',
  ],
  [
    'has an init container that ended with a code',
    { ...PENDING, init: [init({ state: terminated(2) })] },
    '0/0 Init:ExitCode:2 3',
  ],
  [
    'has init containers that are done: their restarts no longer count',
    { init: [init()], containers: [app()], conditions: READY },
    '1/1 Running 4',
  ],
  [
    'runs a sidecar, which counts as a container',
    { init: [sidecar()], containers: [app()], conditions: READY },
    '2/2 Running 6',
  ],
  [
    'runs a sidecar that is not ready',
    {
      init: [sidecar({ ready: false })],
      containers: [app()],
      conditions: [
        ['Initialized', 'True'],
        ['Ready', 'False'],
      ],
    },
    '1/2 Running 6',
  ],
  [
    'has a sidecar that has not started',
    {
      ...PENDING,
      init: [sidecar({ ready: false, started: false, restartCount: 0 })],
      containers: [down(waiting('PodInitializing'), 0)],
    },
    '0/2 Init:0/1 0',
  ],
  [
    'has a sidecar that crashes before the pod is initialized',
    {
      ...PENDING,
      init: [
        sidecar({
          ready: false,
          started: false,
          state: waiting('CrashLoopBackOff'),
        }),
      ],
      containers: [down(waiting('PodInitializing'), 0)],
    },
    '0/2 Init:CrashLoopBackOff 2',
  ],
  [
    'has a sidecar that crashes beside a running container',
    {
      init: [
        sidecar({
          ready: false,
          started: false,
          state: waiting('CrashLoopBackOff'),
        }),
      ],
      containers: [app()],
      conditions: [
        ['Initialized', 'True'],
        ['Ready', 'False'],
      ],
    },
    '1/2 Init:CrashLoopBackOff 6',
  ],
  [
    'waits for an init container behind a running sidecar',
    {
      ...PENDING,
      init: [sidecar(), init({ state: RUNNING, ready: false })],
      containers: [down(waiting('PodInitializing'), 0)],
    },
    '1/2 Init:1/2 5',
  ],
];

it.each(PRINTED)('prints a pod that %s', (_, of, printed) => {
  const { status, ready, containers, restarts } = podStatus(pod(of));
  expect(`${ready}/${containers} ${status} ${restarts}`).toBe(printed);
});
