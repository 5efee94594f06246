import type { RunningImage } from '../delivery/runningImages';

/**
 * What Handover reads of the request in an AdmissionReview.
 *
 * @alpha
 */
export type AdmissionRequest = {
  uid: string;
  operation: 'CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT';
  /** The API group of the resource, for example `apps`. */
  group: string;
  /** The resource, for example `deployments`. */
  resource: string;
  /** For example `scale`. Empty for the resource itself. */
  subResource: string;
  /** Absent for resources of the whole cluster. */
  namespace?: string;
  /** Empty for an object whose name the API server generates. */
  name: string;
  /** Who makes the request. */
  username: string;
  dryRun: boolean;
  object?: AdmissionObject;
  /** What it replaces. */
  oldObject?: AdmissionObject;
};

/**
 * An object as the API server sends it. Only its name is checked.
 *
 * @alpha
 */
export type AdmissionObject = Record<string, unknown>;

/**
 * An image that a container gets.
 *
 * @alpha
 */
export type ImageChange = {
  container: string;
  image: RunningImage;
  /** The image that it replaces. Absent for a new container. */
  previous?: RunningImage;
};

/**
 * A change that the gate decides about. Whether a `deploy` is a rollback is found
 * out from what was deployed before.
 *
 * @alpha
 */
export type WorkloadChange = {
  change: 'deploy' | 'config' | 'scale';
  /** For example `Deployment`. */
  kind: string;
  name: string;
  namespace: string;
  /** Labels of the workload and its pods. */
  labels: Record<string, string>;
  /** The labels before the change. Absent for a new workload. */
  previousLabels?: Record<string, string>;
  /** Images that differ from before. All of them for a new workload. */
  images: ImageChange[];
};

/**
 * Whether a request changes what the gate decides about.
 *
 * @alpha
 */
export type Classification =
  | { is: 'ignored'; why: string }
  | { is: 'change'; change: WorkloadChange };
