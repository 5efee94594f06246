import { deepEqual } from '../documents/deepEqual';
import { parseSelector } from './selectors';
import { changedImages } from './images';
import { at, isRecord } from './isRecord';
import { AdmissionReviewError } from './readAdmissionReview';
import type {
  AdmissionObject,
  AdmissionRequest,
  Classification,
  WorkloadChange,
} from './types';
import { labelsOf, podsOf, type WorkloadType, workloadType } from './workloads';

/** Some clusters run all controllers as this user. */
const CONTROLLER_MANAGER = 'system:kube-controller-manager';
const AUTOSCALERS = [
  CONTROLLER_MANAGER,
  'system:serviceaccount:kube-system:horizontal-pod-autoscaler',
];
const JOB_CONTROLLERS = [
  CONTROLLER_MANAGER,
  'system:serviceaccount:kube-system:cronjob-controller',
  'system:serviceaccount:kube-system:job-controller',
];

/**
 * Finds out whether a request changes which pods run, and how. Only users that
 * nobody can choose are told apart: an owner reference or an annotation can be
 * written by everybody who can write the object.
 *
 * @throws AdmissionReviewError if a workload has no namespace.
 *
 * @alpha
 */
export function classifyAdmission(request: AdmissionRequest): Classification {
  const { operation, namespace, subResource, object } = request;
  const type = workloadType(request);
  if (!type) {
    return ignored(
      `${request.group}/${request.resource} is not a kind of workload that the gate checks`,
    );
  }
  if (!object || (operation !== 'CREATE' && operation !== 'UPDATE')) {
    return ignored(`the gate does not check ${operation} requests`);
  }
  if (!namespace) {
    throw new AdmissionReviewError('request.namespace', 'is missing');
  }
  if (namespace.startsWith('kube-')) {
    return ignored(`${namespace} is a namespace of Kubernetes itself`);
  }
  const place = {
    kind: type.kind,
    name: request.name || nameOf(object),
    namespace,
  };
  switch (subResource) {
    case '':
      return classifyWorkload(type, { ...request, object }, place);
    case 'scale':
      return classifyScale({ ...request, object }, place);
    default:
      return ignored(`the gate does not check the subresource ${subResource}`);
  }
}

type Place = Pick<WorkloadChange, 'kind' | 'name' | 'namespace'>;
type WithObject = AdmissionRequest & { object: AdmissionObject };

function classifyWorkload(
  type: WorkloadType,
  request: WithObject,
  place: Place,
): Classification {
  const { object, oldObject } = request;
  // An UPDATE without what it replaces may change everything.
  const before = request.operation === 'UPDATE' ? oldObject : undefined;
  const change = (kind: WorkloadChange['change']): Classification => ({
    is: 'change',
    change: {
      change: kind,
      ...place,
      labels: labelsOf(type, object),
      ...(before && { previousLabels: labelsOf(type, before) }),
      images: changedImages(
        at(object, type.template),
        before && at(before, type.template),
      ),
    },
  });
  if (!before) {
    return isJobOfCronJob(type, request)
      ? ignored('a CronJob that is already in place runs this Job')
      : change('deploy');
  }
  if (!deepEqual(podsOf(type, object), podsOf(type, before))) {
    const changed = change('config');
    return changed.is === 'change' && changed.change.images.length > 0
      ? change('deploy')
      : changed;
  }
  // A paused rollout goes on, a suspended job starts, a partition moves.
  if (!deepEqual(withoutReplicas(object), withoutReplicas(before))) {
    return change('config');
  }
  if (replicasOf(object) !== replicasOf(before)) {
    return isAutoscaler(request)
      ? ignored('the autoscaler sets the number of replicas')
      : change('scale');
  }
  // Otherwise, the next update would belong to another entity.
  if (!deepEqual(labelsOf(type, object), labelsOf(type, before))) {
    return change('config');
  }
  return ignored('neither the specification nor the labels change');
}

function withoutReplicas(object: AdmissionObject): unknown {
  const spec = at(object, ['spec']);
  return isRecord(spec) ? { ...spec, replicas: undefined } : spec;
}

/** A Scale has no labels, but says which labels its pods have. */
function classifyScale(request: WithObject, place: Place): Classification {
  const { object, oldObject } = request;
  if (oldObject && replicasOf(object) === replicasOf(oldObject)) {
    return ignored('the number of replicas does not change');
  }
  if (isAutoscaler(request)) {
    return ignored('the autoscaler sets the number of replicas');
  }
  const labelsIn = (scale: AdmissionObject) =>
    parseSelector(String(at(scale, ['status', 'selector']) ?? ''))?.labels ??
    {};
  return {
    is: 'change',
    change: {
      change: 'scale',
      ...place,
      labels: labelsIn(object),
      ...(oldObject && { previousLabels: labelsIn(oldObject) }),
      images: [],
    },
  };
}

function isJobOfCronJob(
  { kind }: WorkloadType,
  { username, object }: WithObject,
): boolean {
  const owners = at(object, ['metadata', 'ownerReferences']);
  return (
    kind === 'Job' &&
    JOB_CONTROLLERS.includes(username) &&
    Array.isArray(owners) &&
    owners.some(
      owner =>
        isRecord(owner) &&
        owner.kind === 'CronJob' &&
        owner.controller === true &&
        String(owner.apiVersion).startsWith('batch/'),
    )
  );
}

function isAutoscaler({ username }: AdmissionRequest): boolean {
  return AUTOSCALERS.includes(username);
}

function replicasOf(object: AdmissionObject): unknown {
  return at(object, ['spec', 'replicas']);
}

function nameOf(object: AdmissionObject): string {
  const metadata = isRecord(object.metadata) ? object.metadata : {};
  return typeof metadata.name === 'string'
    ? metadata.name
    : `${metadata.generateName ?? ''}*`;
}

function ignored(why: string): Classification {
  return { is: 'ignored', why };
}
