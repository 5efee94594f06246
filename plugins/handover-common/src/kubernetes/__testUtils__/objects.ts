import type {
  ContainerStatus,
  KubernetesControllerRevision,
  KubernetesDeployment,
  KubernetesEvent,
  KubernetesPod,
  KubernetesReplicaSet,
  PodTemplate,
} from '../objects';

export const NOW = new Date('2026-11-21T03:00:00Z');
export const NAMESPACE = 'order-processing';
export const DIGEST = `sha256:${'ab'.repeat(32)}`;

export function template(tag: string): PodTemplate {
  return {
    metadata: { labels: { app: 'orders' } },
    spec: {
      containers: [
        { name: 'api', image: `registry.example.com/orders:${tag}` },
      ],
    },
  };
}

/** A Deployment `orders` at its third revision. */
export function deployment(
  status: KubernetesDeployment['status'] = {},
  spec: KubernetesDeployment['spec'] = {},
): KubernetesDeployment {
  return {
    metadata: {
      name: 'orders',
      namespace: NAMESPACE,
      generation: 3,
      annotations: { 'deployment.kubernetes.io/revision': '3' },
    },
    spec: { replicas: 2, template: template('1.4.2'), ...spec },
    status: {
      observedGeneration: 3,
      replicas: 2,
      updatedReplicas: 2,
      readyReplicas: 2,
      conditions: [
        { type: 'Available', status: 'True' },
        {
          type: 'Progressing',
          status: 'True',
          reason: 'NewReplicaSetAvailable',
          lastUpdateTime: '2026-11-20T10:00:00Z',
        },
      ],
      ...status,
    },
  };
}

export function replicaSet(
  revision: number,
  tag: string,
  changeCause?: string,
): KubernetesReplicaSet {
  return {
    metadata: {
      name: `orders-${revision}`,
      namespace: NAMESPACE,
      creationTimestamp: `2026-11-1${revision}T10:00:00Z`,
      ownerReferences: [
        { kind: 'Deployment', name: 'orders', controller: true },
      ],
      annotations: {
        'deployment.kubernetes.io/revision': `${revision}`,
        ...(changeCause ? { 'kubernetes.io/change-cause': changeCause } : {}),
      },
    },
    spec: { template: template(tag) },
  };
}

export const HISTORY = [
  replicaSet(2, '1.4.1', 'Raise the timeout'),
  replicaSet(3, '1.4.2'),
  replicaSet(1, '1.4.0'),
];

export function revisionOf(
  owner: { kind: string; name: string },
  number: number,
  tag: string,
): KubernetesControllerRevision {
  return {
    metadata: {
      name: `${owner.name}-${number}`,
      namespace: NAMESPACE,
      creationTimestamp: `2026-11-1${number}T10:00:00Z`,
      ownerReferences: [{ ...owner, controller: true }],
    },
    revision: number,
    data: { spec: { template: template(tag) } },
  };
}

/** A pod of the third revision whose only container is in some state. */
export function pod(
  name: string,
  container: ContainerStatus = {},
  status: KubernetesPod['status'] = {},
  owner = { kind: 'ReplicaSet', name: 'orders-3' },
): KubernetesPod {
  const isReady = container.ready ?? container.state === undefined;
  return {
    metadata: {
      name,
      namespace: NAMESPACE,
      ownerReferences: [{ ...owner, controller: true }],
    },
    spec: { ...template('1.4.2').spec, nodeName: 'node-1' },
    status: {
      phase: 'Running',
      startTime: '2026-11-20T10:00:00Z',
      conditions: [
        {
          type: 'Ready',
          status: isReady ? 'True' : 'False',
          ...(isReady
            ? {}
            : {
                reason: 'ContainersNotReady',
                message: 'containers with unready status: [api]',
              }),
        },
      ],
      containerStatuses: [
        {
          name: 'api',
          imageID: `registry.example.com/orders@${DIGEST}`,
          restartCount: 0,
          state: { running: { startedAt: '2026-11-20T10:00:00Z' } },
          ...container,
          ready: isReady,
        },
      ],
      ...status,
    },
  };
}

export function waiting(
  reason: string,
  message?: string,
  last?: NonNullable<ContainerStatus['lastState']>['terminated'],
): ContainerStatus {
  return {
    state: { waiting: { reason, message } },
    restartCount: last ? 7 : 0,
    ...(last ? { lastState: { terminated: last } } : {}),
  };
}

export function event(
  podName: string,
  reason: string,
  message: string,
): KubernetesEvent {
  return {
    type: 'Warning',
    reason,
    message,
    involvedObject: { kind: 'Pod', name: podName, namespace: NAMESPACE },
  };
}
