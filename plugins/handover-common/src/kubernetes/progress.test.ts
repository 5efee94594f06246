import {
  daemonSetProgress,
  deploymentProgress,
  statefulSetProgress,
} from './progress';
import type {
  KubernetesDaemonSet,
  KubernetesDeployment,
  KubernetesStatefulSet,
} from './objects';

// Right values are what `kubectl rollout status --watch=false` of kubectl 1.32
// answers to these objects.

const DONE = /successfully rolled out|roll out complete|update complete/;
/** kubectl has no status for it, and ends. */
const NO_STATUS = /only available for RollingUpdate/;

const isRollingOut = (kubectl: string) =>
  !DONE.test(kubectl) && !NO_STATUS.test(kubectl);

const metadata = { name: 'orders', namespace: 'shop', generation: 3 };

describe('a Deployment', () => {
  const deployment = (
    status: KubernetesDeployment['status'],
    spec: KubernetesDeployment['spec'] = {},
  ): KubernetesDeployment => ({
    metadata,
    spec: { replicas: 3, ...spec },
    status: {
      observedGeneration: 3,
      replicas: 3,
      updatedReplicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
      ...status,
    },
  });
  const timedOut = [
    {
      type: 'Progressing',
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
      message: 'ReplicaSet "orders-3" has timed out progressing.',
    },
  ];

  it.each<[kubectl: string, of: KubernetesDeployment]>([
    ['deployment "orders" successfully rolled out', deployment({})],
    [
      'Waiting for deployment spec update to be observed...',
      deployment({ observedGeneration: 2 }),
    ],
    [
      'Waiting for deployment "orders" rollout to finish: 1 out of 3 new replicas have been updated...',
      deployment({ updatedReplicas: 1 }),
    ],
    [
      'Waiting for deployment "orders" rollout to finish: 1 old replicas are pending termination...',
      deployment({ replicas: 4 }),
    ],
    [
      'Waiting for deployment "orders" rollout to finish: 2 of 3 updated replicas are available...',
      deployment({ availableReplicas: 2, unavailableReplicas: 1 }),
    ],
    // Ready, but not for `minReadySeconds`: Kubernetes leaves out a zero.
    [
      'Waiting for deployment "orders" rollout to finish: 0 of 3 updated replicas are available...',
      deployment({ availableReplicas: undefined, unavailableReplicas: 3 }),
    ],
    [
      'deployment "orders" successfully rolled out',
      deployment(
        {
          replicas: undefined,
          updatedReplicas: undefined,
          readyReplicas: undefined,
          availableReplicas: undefined,
        },
        { replicas: 0 },
      ),
    ],
  ])('%s', (kubectl, of) => {
    expect(deploymentProgress(of)).toEqual({
      isRollingOut: isRollingOut(kubectl),
      ...(of.status?.observedGeneration === 3 && { isStuck: false }),
    });
  });

  it('is stuck once it exceeded its deadline, until it is changed', () => {
    const of = deployment({ updatedReplicas: 1, conditions: timedOut });
    expect(deploymentProgress(of)).toMatchObject({
      isStuck: true,
      message: 'ReplicaSet "orders-3" has timed out progressing.',
    });
    // "Waiting for deployment spec update to be observed..."
    expect(
      deploymentProgress({ ...of, metadata: { ...metadata, generation: 4 } }),
    ).toEqual({ isRollingOut: true });
  });

  it('is stuck while it cannot make pods', () => {
    const conditions = [
      {
        type: 'ReplicaFailure',
        status: 'True',
        reason: 'FailedCreate',
        message: 'pods "orders-3-x" is forbidden: exceeded quota',
      },
    ];
    expect(
      deploymentProgress(deployment({ updatedReplicas: 1, conditions })),
    ).toEqual({
      isRollingOut: true,
      isStuck: true,
      message: 'pods "orders-3-x" is forbidden: exceeded quota',
    });
    const over = conditions.map(each => ({ ...each, status: 'False' }));
    expect(deploymentProgress(deployment({ conditions: over }))).toEqual({
      isRollingOut: false,
      isStuck: false,
    });
  });

  it('does not roll out again because pods fail after a rollout', () => {
    const conditions = [
      {
        type: 'Available',
        status: 'False',
        message: 'Deployment does not have minimum availability.',
      },
      {
        type: 'Progressing',
        status: 'True',
        reason: 'NewReplicaSetAvailable',
      },
    ];
    const status = { availableReplicas: undefined, unavailableReplicas: 3 };
    expect(deploymentProgress(deployment({ ...status, conditions }))).toEqual({
      isRollingOut: false,
      isStuck: true,
      message: 'Deployment does not have minimum availability.',
    });
  });

  it('does not roll out while it is paused', () => {
    const conditions = [
      {
        type: 'Progressing',
        status: 'Unknown',
        reason: 'DeploymentPaused',
        message: 'Deployment is paused',
      },
    ];
    expect(
      deploymentProgress(
        deployment({ updatedReplicas: 1, conditions }, { paused: true }),
      ),
    ).toEqual({
      isRollingOut: false,
      isStuck: false,
      message: 'Deployment is paused',
    });
  });
});

describe('a StatefulSet', () => {
  const statefulSet = (
    updateStrategy: NonNullable<
      KubernetesStatefulSet['spec']
    >['updateStrategy'],
    status: KubernetesStatefulSet['status'] = {},
  ): KubernetesStatefulSet => ({
    metadata,
    spec: { replicas: 3, updateStrategy },
    status: {
      observedGeneration: 3,
      replicas: 3,
      readyReplicas: 3,
      currentRevision: 'orders-a',
      updateRevision: 'orders-b',
      ...status,
    },
  });
  const partition = (ordinal: number) => ({
    type: 'RollingUpdate',
    rollingUpdate: { partition: ordinal },
  });

  it.each<[kubectl: string, of: KubernetesStatefulSet]>([
    [
      'partitioned roll out complete: 3 new pods have been updated...',
      statefulSet(partition(0), { updatedReplicas: 3 }),
    ],
    [
      'Waiting for partitioned roll out to finish: 1 out of 3 new pods have been updated...',
      statefulSet(partition(0), { updatedReplicas: 1 }),
    ],
    [
      'partitioned roll out complete: 1 new pods have been updated...',
      statefulSet(partition(2), { updatedReplicas: 1 }),
    ],
    [
      'Waiting for partitioned roll out to finish: 0 out of 1 new pods have been updated...',
      statefulSet(partition(2)),
    ],
    [
      'partitioned roll out complete: 0 new pods have been updated...',
      statefulSet(partition(5)),
    ],
    [
      'Waiting for 1 pods to be ready...',
      statefulSet(partition(0), { readyReplicas: 2, updatedReplicas: 3 }),
    ],
    [
      'waiting for statefulset rolling update to complete 1 pods at revision orders-b...',
      statefulSet({ type: 'RollingUpdate' }, { updatedReplicas: 1 }),
    ],
    [
      'statefulset rolling update complete 3 pods at revision orders-b...',
      statefulSet(
        { type: 'RollingUpdate' },
        { currentRevision: 'orders-b', updatedReplicas: 3 },
      ),
    ],
    [
      'Waiting for statefulset spec update to be observed...',
      statefulSet(partition(0), { observedGeneration: 2, updatedReplicas: 3 }),
    ],
    [
      'error: rollout status is only available for RollingUpdate strategy type',
      statefulSet({ type: 'OnDelete' }, { updatedReplicas: 1 }),
    ],
  ])('%s', (kubectl, of) => {
    expect(statefulSetProgress(of)).toEqual({
      isRollingOut: isRollingOut(kubectl),
    });
  });
});

describe('a DaemonSet', () => {
  const daemonSet = (
    type: string,
    status: KubernetesDaemonSet['status'] = {},
  ): KubernetesDaemonSet => ({
    metadata,
    spec: { updateStrategy: { type } },
    status: {
      observedGeneration: 3,
      desiredNumberScheduled: 3,
      numberReady: 3,
      numberAvailable: 3,
      updatedNumberScheduled: 3,
      ...status,
    },
  });

  it.each<[kubectl: string, of: KubernetesDaemonSet]>([
    ['daemon set "orders" successfully rolled out', daemonSet('RollingUpdate')],
    [
      'Waiting for daemon set "orders" rollout to finish: 1 out of 3 new pods have been updated...',
      daemonSet('RollingUpdate', { updatedNumberScheduled: 1 }),
    ],
    [
      'Waiting for daemon set "orders" rollout to finish: 2 of 3 updated pods are available...',
      daemonSet('RollingUpdate', { numberAvailable: 2, numberUnavailable: 1 }),
    ],
    [
      'Waiting for daemon set spec update to be observed...',
      daemonSet('RollingUpdate', { observedGeneration: 2 }),
    ],
    [
      'error: rollout status is only available for RollingUpdate strategy type',
      daemonSet('OnDelete', { updatedNumberScheduled: 1 }),
    ],
  ])('%s', (kubectl, of) => {
    expect(daemonSetProgress(of)).toEqual({
      isRollingOut: isRollingOut(kubectl),
    });
  });
});
