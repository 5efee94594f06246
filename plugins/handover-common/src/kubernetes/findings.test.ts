import {
  deployment,
  HISTORY,
  NAMESPACE,
  NOW,
  pod,
  revisionOf,
  template,
  waiting,
} from './__testUtils__/objects';
import { findingsOf, type Finding } from './findings';
import type { KubernetesObjects, KubernetesPod } from './objects';
import { summarizeWorkloads } from './summarizeWorkloads';

const SINCE = '2026-11-21T02:40:00.000Z';
const EARLIER = '2026-11-21T02:10:00.000Z';
const CRASHING = waiting('CrashLoopBackOff', 'back-off');

const findings = (objects: KubernetesObjects): Omit<Finding, 'workload'>[] =>
  findingsOf(summarizeWorkloads(objects, { now: NOW })).map(
    ({ workload, ...rest }) => {
      expect(workload.namespace).toBe(NAMESPACE);
      return rest;
    },
  );

/** A pod that has been unready since then. */
const failing = (
  name: string,
  since: string,
  owner?: { kind: string; name: string },
): KubernetesPod =>
  pod(
    name,
    CRASHING,
    {
      conditions: [
        {
          type: 'Ready',
          status: 'False',
          reason: 'ContainersNotReady',
          lastTransitionTime: since,
        },
      ],
    },
    owner,
  );

const REVISION_2 = { kind: 'ReplicaSet', name: 'orders-2' };

const rollingOut = (more: object = {}) =>
  deployment({
    replicas: 3,
    updatedReplicas: 1,
    readyReplicas: 2,
    unavailableReplicas: 1,
    conditions: [
      { type: 'Available', status: 'True' },
      { type: 'Progressing', status: 'True', reason: 'ReplicaSetUpdated' },
    ],
    ...more,
  });

it('finds nothing where nothing is wrong', () => {
  expect(
    findings({
      deployments: [deployment()],
      replicaSets: HISTORY,
      pods: [pod('orders-a'), pod('orders-b')],
    }),
  ).toEqual([]);
});

it('says which release does not start, since when, and what still serves', () => {
  expect(
    findings({
      deployments: [rollingOut()],
      replicaSets: HISTORY,
      pods: [
        failing('new', SINCE),
        pod('old-a', {}, {}, REVISION_2),
        pod('old-b', {}, {}, REVISION_2),
      ],
    }),
  ).toEqual([
    {
      kind: 'releaseFailing',
      severity: 'failure',
      reason: 'CrashLoopBackOff',
      since: SINCE,
      release: '1.4.2',
      serving: { version: '1.4.1', pods: 2 },
    },
  ]);
});

it('says that nothing serves where the release before is gone', () => {
  expect(
    findings({
      deployments: [
        rollingOut({ replicas: 2, updatedReplicas: 2, readyReplicas: 0 }),
      ],
      replicaSets: HISTORY,
      pods: [failing('a', SINCE), failing('b', EARLIER)],
    }),
  ).toEqual([
    {
      kind: 'releaseFailing',
      severity: 'failure',
      reason: 'CrashLoopBackOff',
      since: EARLIER,
      release: '1.4.2',
    },
  ]);
});

it('does not blame a release that was rolled out whole and fails later', () => {
  expect(
    findings({
      deployments: [deployment({ readyReplicas: 0 })],
      replicaSets: HISTORY,
      pods: [failing('a', SINCE), failing('b', EARLIER)],
    }),
  ).toEqual([
    {
      kind: 'unavailable',
      severity: 'failure',
      reason: 'CrashLoopBackOff',
      // Until then one of them was ready.
      since: SINCE,
      release: '1.4.2',
    },
  ]);
});

it('says that some pods fail while others serve', () => {
  expect(
    findings({
      deployments: [deployment({ readyReplicas: 1 })],
      replicaSets: HISTORY,
      pods: [pod('a'), failing('b', SINCE)],
    }),
  ).toEqual([
    {
      kind: 'degraded',
      severity: 'failure',
      reason: 'CrashLoopBackOff',
      since: SINCE,
      release: '1.4.2',
    },
  ]);
});

it.each(['StatefulSet', 'DaemonSet'] as const)(
  'knows the release of each pod of a %s',
  kind => {
    const owner = { kind, name: 'orders' };
    const labelled = (each: KubernetesPod, hash: string): KubernetesPod => ({
      ...each,
      metadata: {
        ...each.metadata,
        labels: { 'controller-revision-hash': hash },
      },
    });
    // The label of a StatefulSet's pod is the whole name of the revision.
    const hashOf = (number: number) =>
      kind === 'StatefulSet' ? `orders-${number}` : `${number}`;
    const metadata = { name: 'orders', namespace: NAMESPACE };
    expect(
      findings({
        ...(kind === 'StatefulSet'
          ? {
              statefulSets: [
                {
                  metadata,
                  spec: { replicas: 2, template: template('1.4.2') },
                  status: {
                    readyReplicas: 1,
                    currentRevision: 'orders-1',
                    updateRevision: 'orders-2',
                  },
                },
              ],
            }
          : {
              daemonSets: [
                {
                  metadata,
                  spec: { template: template('1.4.2') },
                  status: { desiredNumberScheduled: 2, numberReady: 1 },
                },
              ],
            }),
        controllerRevisions: [
          revisionOf(owner, 1, '1.4.1'),
          revisionOf(owner, 2, '1.4.2'),
        ],
        pods: [
          labelled(pod('orders-0', {}, {}, owner), hashOf(1)),
          labelled(failing('orders-1', SINCE, owner), hashOf(2)),
        ],
      }),
    ).toMatchObject([
      {
        kind: 'releaseFailing',
        release: '1.4.2',
        serving: { version: '1.4.1', pods: 1 },
      },
    ]);
  },
);

it('warns of a rollout that is stuck while all pods are ready', () => {
  expect(
    findings({
      deployments: [
        rollingOut({
          replicas: 2,
          conditions: [
            { type: 'Available', status: 'True' },
            {
              type: 'Progressing',
              status: 'False',
              reason: 'ProgressDeadlineExceeded',
            },
          ],
        }),
      ],
      replicaSets: HISTORY,
      pods: [
        pod('old-a', {}, {}, REVISION_2),
        pod('old-b', {}, {}, REVISION_2),
      ],
    }),
  ).toEqual([
    {
      kind: 'rolloutStuck',
      severity: 'warning',
      release: '1.4.2',
      serving: { version: '1.4.1', pods: 2 },
    },
  ]);
});

it('warns of an autoscaler that would run more, after what fails, but not of one at its maximum', () => {
  const autoscalers = (cpu: number) => [
    {
      metadata: { name: 'orders', namespace: NAMESPACE },
      spec: {
        scaleTargetRef: { kind: 'Deployment', name: 'orders' },
        minReplicas: 1,
        maxReplicas: 2,
        targetCPUUtilizationPercentage: 70,
      },
      status: {
        currentReplicas: 2,
        desiredReplicas: 2,
        currentCPUUtilizationPercentage: cpu,
      },
    },
  ];
  const found = (cpu: number) =>
    findings({
      deployments: [deployment({ readyReplicas: 1 })],
      replicaSets: HISTORY,
      pods: [pod('a'), failing('b', SINCE)],
      autoscalers: autoscalers(cpu),
    });
  expect(found(93)).toMatchObject([
    { kind: 'degraded', severity: 'failure' },
    { kind: 'autoscalerSaturated', severity: 'warning' },
  ]);
  expect(found(68)).toMatchObject([{ kind: 'degraded' }]);
});

it('warns of a workload whose first pods are not ready yet', () => {
  expect(
    findings({
      deployments: [
        rollingOut({ replicas: 2, updatedReplicas: 2, readyReplicas: 0 }),
      ],
      replicaSets: HISTORY,
      pods: [],
    }),
  ).toEqual([{ kind: 'notReady', severity: 'warning' }]);
});

it('warns of a workload that is scaled to zero', () => {
  expect(
    findings({
      deployments: [
        deployment({ replicas: 0, readyReplicas: 0 }, { replicas: 0 }),
      ],
      replicaSets: HISTORY,
      pods: [],
    }),
  ).toEqual([{ kind: 'scaledToZero', severity: 'warning' }]);
});

it('finds the job whose last run failed', () => {
  expect(
    findings({
      jobs: [
        {
          metadata: { name: 'report', namespace: NAMESPACE },
          status: {
            conditions: [
              {
                type: 'Failed',
                status: 'True',
                reason: 'BackoffLimitExceeded',
              },
            ],
          },
        },
      ],
    }),
  ).toEqual([{ kind: 'jobFailed', severity: 'failure' }]);
});
