import { event, NAMESPACE, NOW, pod, waiting } from './__testUtils__/objects';
import type { KubernetesPod } from './objects';
import { podProblems } from './podProblems';

const problems = (
  each: KubernetesPod,
  events: ReturnType<typeof event>[] = [],
) => podProblems(each, { events, now: NOW });

it('finds nothing wrong with pods that run, start, end well or go away', () => {
  const starting = { phase: 'Pending', conditions: [] };
  expect(problems(pod('a'))).toEqual([]);
  expect(problems(pod('a', waiting('ContainerCreating'), starting))).toEqual(
    [],
  );
  expect(problems(pod('a', waiting('PodInitializing'), starting))).toEqual([]);
  expect(
    problems(
      pod(
        'a',
        { state: { terminated: { exitCode: 0, reason: 'Completed' } } },
        { phase: 'Succeeded' },
      ),
    ),
  ).toEqual([]);
  const leaving = pod('a', waiting('CrashLoopBackOff'));
  leaving.metadata!.deletionTimestamp = '2026-11-21T02:59:00Z';
  expect(problems(leaving)).toEqual([]);
  expect(problems({})).toEqual([]);
});

it('says why a container crashes, with how it ended the last time', () => {
  expect(
    problems(
      pod(
        'a',
        waiting('CrashLoopBackOff', 'back-off 5m0s restarting failed', {
          reason: 'Error',
          exitCode: 1,
          message: 'PAYMENTS_URL is not set',
          finishedAt: '2026-11-21T02:58:00Z',
        }),
      ),
      [
        event('a', 'BackOff', 'Back-off restarting failed container api'),
        event('b', 'BackOff', 'of another pod'),
      ],
    ),
  ).toEqual([
    {
      reason: 'CrashLoopBackOff',
      container: 'api',
      message: 'back-off 5m0s restarting failed',
      restarts: 7,
      lastTermination: {
        reason: 'Error',
        exitCode: 1,
        message: 'PAYMENTS_URL is not set',
        finishedAt: '2026-11-21T02:58:00.000Z',
      },
      reasons: ['CrashLoopBackOff', 'Error'],
      messages: [
        'back-off 5m0s restarting failed',
        'PAYMENTS_URL is not set',
        'Back-off restarting failed container api',
      ],
    },
  ]);
});

it.each([
  ['ImagePullBackOff', 'Back-off pulling image "registry.example.com/orders"'],
  ['ErrImagePull', 'not found'],
  ['CreateContainerConfigError', 'secret "orders-db" not found'],
  ['CreateContainerError', 'context deadline exceeded'],
])('says that a container waits with %s', (reason, message) => {
  expect(problems(pod('a', waiting(reason, message)))).toEqual([
    expect.objectContaining({ reason, message, container: 'api' }),
  ]);
});

it('sees init containers too', () => {
  const each = pod('a', waiting('PodInitializing'), {
    phase: 'Pending',
    initContainerStatuses: [
      { name: 'migrate', ...waiting('CrashLoopBackOff', 'back-off') },
    ],
  });
  expect(problems(each)).toEqual([
    expect.objectContaining({
      reason: 'CrashLoopBackOff',
      container: 'migrate',
    }),
  ]);
});

it('sees native sidecars, and why a pod is not ready though its containers are', () => {
  const beside = (reason: string, sidecar: object) => {
    const each = pod('a', { ready: true, state: { running: {} } });
    return {
      ...each,
      spec: {
        ...each.spec,
        initContainers: [{ name: 'proxy', restartPolicy: 'Always' }],
      },
      status: {
        ...each.status,
        conditions: [{ type: 'Ready', status: 'False', reason }],
        initContainerStatuses: [{ name: 'proxy', ...sidecar }],
      },
    };
  };
  const reasons = (...of: Parameters<typeof beside>) =>
    problems(beside(...of)).map(({ reason, container }) => [reason, container]);
  const running = { state: { running: {} }, started: true };
  expect(reasons('ContainersNotReady', { ...running, ready: false })).toEqual([
    ['ContainersNotReady', undefined],
  ]);
  expect(reasons('ContainersNotReady', waiting('CrashLoopBackOff'))).toEqual([
    ['CrashLoopBackOff', 'proxy'],
  ]);
  expect(
    reasons('ReadinessGatesNotReady', { ...running, ready: true }),
  ).toEqual([['ReadinessGatesNotReady', undefined]]);
});

it('remembers for an hour that a container was killed for its memory', () => {
  const killed = (finishedAt: string) =>
    problems(
      pod('a', {
        ready: true,
        restartCount: 1,
        lastState: {
          terminated: { reason: 'OOMKilled', exitCode: 137, finishedAt },
        },
      }),
    );
  expect(killed('2026-11-21T02:10:00Z')).toEqual([
    expect.objectContaining({ reason: 'OOMKilled', container: 'api' }),
  ]);
  expect(killed('2026-11-21T01:10:00Z')).toEqual([]);
});

it('says why a pod has no node, was evicted, or cannot mount', () => {
  const message = '0/3 nodes are available: 3 Insufficient memory.';
  const pending: KubernetesPod = {
    metadata: { name: 'a', namespace: NAMESPACE },
    status: {
      phase: 'Pending',
      conditions: [
        {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message,
        },
      ],
    },
  };
  expect(problems(pending, [event('a', 'FailedScheduling', message)])).toEqual([
    {
      reason: 'Unschedulable',
      message,
      reasons: ['Unschedulable'],
      messages: [message],
    },
  ]);

  const evicted: KubernetesPod = {
    metadata: { name: 'a', namespace: NAMESPACE },
    status: {
      phase: 'Failed',
      reason: 'Evicted',
      message: 'The node was low on resource: memory.',
    },
  };
  expect(problems(evicted)).toEqual([
    expect.objectContaining({
      reason: 'Evicted',
      message: 'The node was low on resource: memory.',
    }),
  ]);

  const mounting = pod('a', waiting('ContainerCreating'), { phase: 'Pending' });
  expect(
    problems(mounting, [
      event('a', 'FailedMount', 'configmap "orders" not found'),
    ]),
  ).toEqual([
    expect.objectContaining({
      reason: 'FailedMount',
      message: 'configmap "orders" not found',
    }),
  ]);
});

it('says which probe fails while a pod is not ready, and not for ever', () => {
  const probe = event('a', 'Unhealthy', 'Readiness probe failed: HTTP 503');
  const running = { running: { startedAt: '2026-11-21T02:00:00Z' } };
  expect(problems(pod('a', { ready: false, state: running }), [probe])).toEqual(
    [
      expect.objectContaining({
        reason: 'Unhealthy',
        message: 'Readiness probe failed: HTTP 503',
      }),
    ],
  );
  expect(problems(pod('a'), [probe])).toEqual([]);
  // Events could not be read.
  expect(problems(pod('a', { ready: false, state: running }))).toEqual([
    expect.objectContaining({ reason: 'ContainersNotReady' }),
  ]);
});
