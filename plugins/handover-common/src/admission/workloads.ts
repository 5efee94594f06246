import { at, isRecord } from './isRecord';
import type { AdmissionObject } from './types';

/** A kind of workload, and where it describes its pods. */
export type WorkloadType = {
  kind: string;
  /** The path of the pod template. */
  template: readonly string[];
  /** The path of another object that holds the template instead. */
  reference?: readonly string[];
};

const TEMPLATE = ['spec', 'template'];

/** By API group and resource. */
const WORKLOADS: Record<string, WorkloadType> = {
  'apps/deployments': { kind: 'Deployment', template: TEMPLATE },
  'apps/statefulsets': { kind: 'StatefulSet', template: TEMPLATE },
  'apps/daemonsets': { kind: 'DaemonSet', template: TEMPLATE },
  'batch/jobs': { kind: 'Job', template: TEMPLATE },
  'batch/cronjobs': {
    kind: 'CronJob',
    template: ['spec', 'jobTemplate', 'spec', 'template'],
  },
  'argoproj.io/rollouts': {
    kind: 'Rollout',
    template: TEMPLATE,
    reference: ['spec', 'workloadRef'],
  },
};

/** The kind of workload that a resource is. Undefined if it is none. */
export function workloadType(resource: {
  group: string;
  resource: string;
}): WorkloadType | undefined {
  const name = `${resource.group}/${resource.resource}`;
  return Object.hasOwn(WORKLOADS, name) ? WORKLOADS[name] : undefined;
}

/** What decides which pods run, as one value that can be compared. */
export function podsOf(
  { template, reference }: WorkloadType,
  object: AdmissionObject,
): unknown {
  return {
    template: withoutEmptyTime(at(object, template)),
    ...(reference && { reference: at(object, reference) }),
  };
}

/** Labels of the object win over those of its pods. */
export function labelsOf(
  { template }: WorkloadType,
  object: AdmissionObject,
): Record<string, string> {
  return {
    ...texts(at(object, [...template, 'metadata', 'labels'])),
    ...texts(at(object, ['metadata', 'labels'])),
  };
}

/** The members of a JSON object that are texts. */
function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** Clients send `creationTimestamp: null` in templates, or leave it out. */
function withoutEmptyTime(template: unknown): unknown {
  const metadata = at(template, ['metadata']);
  return isRecord(template) && isRecord(metadata)
    ? {
        ...template,
        metadata: {
          ...metadata,
          creationTimestamp: metadata.creationTimestamp ?? undefined,
        },
      }
    : template;
}
