/**
 * Kubernetes admission: what a request changes, and how it is answered.
 *
 * @packageDocumentation
 */

export { answerAdmission } from './answer';
export type {
  AdmissionAnswer,
  AdmissionFinding,
  AdmissionMode,
} from './answer';
export { deployedArtifacts } from './artifacts';
export { classifyAdmission } from './classifyAdmission';
export { environmentsAt } from './environmentsAt';
export { type DeploymentHistory, isRollback } from './isRollback';
export {
  AdmissionReviewError,
  readAdmissionReview,
} from './readAdmissionReview';
export { parseSelector } from './selectors';
export type { LabelSelector } from './selectors';
export { matchesNamespace } from './matchesNamespace';
export { toAdmissionReview } from './toAdmissionReview';
export type { AdmissionReviewResponse } from './toAdmissionReview';
export type {
  AdmissionObject,
  AdmissionRequest,
  Classification,
  ImageChange,
  WorkloadChange,
} from './types';
export type { RunningImage } from '../delivery/runningImages';
export type { Artifact } from '../artifacts/Artifact';
export type { Deployment } from '../delivery/types';
