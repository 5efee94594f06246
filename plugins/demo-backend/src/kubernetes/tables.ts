import type { DemoObject } from '../world/types';

type Column = {
  name: string;
  type?: 'string' | 'integer';
  /** Shown with `-o wide` only. */
  isWide?: boolean;
  of: (fields: Fields, now: Date) => unknown;
};

/** An object's fields, read as one expects them. */
type Fields = {
  metadata: DemoObject['metadata'];
  spec: Record<string, any>;
  status: Record<string, any>;
  object: Record<string, any>;
};

const images: Column[] = [
  {
    name: 'Containers',
    isWide: true,
    of: ({ spec }) =>
      spec.template?.spec.containers.map((each: any) => each.name).join(','),
  },
  {
    name: 'Images',
    isWide: true,
    of: ({ spec }) =>
      spec.template?.spec.containers.map((each: any) => each.image).join(','),
  },
];

/** The columns between name and age, by kind; as `kubectl get` shows them. */
const COLUMNS: Record<string, Column[]> = {
  Pod: [
    {
      name: 'Ready',
      of: ({ status }) => {
        const all = status.containerStatuses ?? [];
        return `${all.filter((each: any) => each.ready).length}/${all.length}`;
      },
    },
    {
      name: 'Status',
      of: ({ status }) => {
        const { state } = status.containerStatuses?.[0] ?? {};
        return (
          state?.waiting?.reason ?? state?.terminated?.reason ?? status.phase
        );
      },
    },
    {
      name: 'Restarts',
      of: ({ status }) =>
        String(
          (status.containerStatuses ?? []).reduce(
            (sum: number, each: any) => sum + each.restartCount,
            0,
          ),
        ),
    },
    { name: 'IP', isWide: true, of: ({ status }) => status.podIP },
    { name: 'Node', isWide: true, of: ({ spec }) => spec.nodeName },
  ],
  Deployment: [
    {
      name: 'Ready',
      of: ({ spec, status }) => `${status.readyReplicas ?? 0}/${spec.replicas}`,
    },
    {
      name: 'Up-to-date',
      type: 'integer',
      of: ({ status }) => status.updatedReplicas,
    },
    {
      name: 'Available',
      type: 'integer',
      of: ({ status }) => status.availableReplicas,
    },
    ...images,
  ],
  ReplicaSet: [
    { name: 'Desired', type: 'integer', of: ({ spec }) => spec.replicas },
    { name: 'Current', type: 'integer', of: ({ status }) => status.replicas },
    {
      name: 'Ready',
      type: 'integer',
      of: ({ status }) => status.readyReplicas,
    },
    ...images,
  ],
  StatefulSet: [
    {
      name: 'Ready',
      of: ({ spec, status }) => `${status.readyReplicas ?? 0}/${spec.replicas}`,
    },
    ...images,
  ],
  DaemonSet: [
    {
      name: 'Desired',
      type: 'integer',
      of: ({ status }) => status.desiredNumberScheduled,
    },
    { name: 'Ready', type: 'integer', of: ({ status }) => status.numberReady },
    ...images,
  ],
  ControllerRevision: [
    {
      name: 'Controller',
      of: ({ metadata }) => {
        const [owner] = metadata.ownerReferences ?? [];
        return owner ? `${owner.kind.toLowerCase()}.apps/${owner.name}` : '';
      },
    },
    { name: 'Revision', type: 'integer', of: ({ object }) => object.revision },
  ],
  Job: [
    { name: 'Status', of: ({ status }) => status.conditions?.[0]?.type },
    { name: 'Completions', of: ({ status }) => `${status.succeeded ?? 0}/1` },
  ],
  CronJob: [
    { name: 'Schedule', of: ({ spec }) => spec.schedule },
    { name: 'Suspend', of: ({ spec }) => String(spec.suspend) },
    {
      name: 'Last Schedule',
      of: ({ status }, now) => age(status.lastScheduleTime, now),
    },
  ],
  HorizontalPodAutoscaler: [
    {
      name: 'Reference',
      of: ({ spec }) =>
        `${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}`,
    },
    {
      name: 'Targets',
      of: ({ spec, status }) =>
        `cpu: ${status.currentMetrics[0].resource.current.averageUtilization}%/${spec.metrics[0].resource.target.averageUtilization}%`,
    },
    { name: 'MinPods', of: ({ spec }) => String(spec.minReplicas) },
    { name: 'MaxPods', of: ({ spec }) => String(spec.maxReplicas) },
    { name: 'Replicas', of: ({ status }) => String(status.currentReplicas) },
  ],
  Ingress: [
    {
      name: 'Hosts',
      of: ({ spec }) => spec.rules.map((each: any) => each.host).join(','),
    },
  ],
  Service: [
    { name: 'Type', of: ({ spec }) => spec.type },
    { name: 'Cluster-IP', of: ({ spec }) => spec.clusterIP },
    {
      name: 'Port(s)',
      of: ({ spec }) =>
        spec.ports
          .map((each: any) => `${each.port}/${each.protocol}`)
          .join(','),
    },
  ],
  ConfigMap: [
    {
      name: 'Data',
      type: 'integer',
      of: ({ object }) => Object.keys(object.data ?? {}).length,
    },
  ],
  Namespace: [{ name: 'Status', of: ({ status }) => status.phase }],
  Event: [
    { name: 'Type', of: ({ object }) => object.type },
    { name: 'Reason', of: ({ object }) => object.reason },
    {
      name: 'Object',
      of: ({ object }) =>
        `${object.involvedObject.kind.toLowerCase()}/${
          object.involvedObject.name
        }`,
    },
    { name: 'Message', of: ({ object }) => object.message },
  ],
};

/**
 * How much of its object a row carries.
 *
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables
 */
export type IncludeObject = 'None' | 'Metadata' | 'Object';

/** Objects as the table that `kubectl get` prints. */
export function toTable(
  kind: string,
  objects: DemoObject[],
  metadata: object,
  now: Date,
  includeObject: IncludeObject,
): object {
  const columns: Column[] = [
    { name: 'Name', of: fields => fields.metadata.name },
    ...(COLUMNS[kind] ?? []),
    { name: 'Age', of: fields => age(fields.metadata.creationTimestamp, now) },
  ];
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: columns.map(({ name, type = 'string', isWide }) => ({
      name,
      type,
      format: name === 'Name' ? 'name' : '',
      description: '',
      priority: isWide ? 1 : 0,
    })),
    rows: objects.map(object => {
      const fields = {
        metadata: object.metadata,
        spec: (object.spec ?? {}) as Record<string, any>,
        status: (object.status ?? {}) as Record<string, any>,
        object,
      };
      return {
        cells: columns.map(
          ({ of, type }) => of(fields, now) ?? (type === 'integer' ? 0 : ''),
        ),
        ...(includeObject === 'None'
          ? {}
          : {
              object:
                includeObject === 'Object'
                  ? object
                  : {
                      kind: 'PartialObjectMetadata',
                      apiVersion: 'meta.k8s.io/v1',
                      metadata: object.metadata,
                    },
            }),
      };
    }),
  };
}

/** `52m`, `3h12m`, `6d`: as kubectl says how old something is. */
function age(time: string, now: Date): string {
  const seconds = Math.max(
    0,
    Math.floor((now.getTime() - Date.parse(time)) / 1_000),
  );
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes < 2) {
    return `${seconds}s`;
  }
  if (hours < 3) {
    return `${minutes}m`;
  }
  return hours < 48 ? `${hours}h` : `${Math.floor(hours / 24)}d`;
}
