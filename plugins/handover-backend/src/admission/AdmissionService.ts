import type {
  AdmissionAnswer,
  AdmissionMode,
  AdmissionRequest,
  WorkloadChange,
} from '@backstage-handover/plugin-handover-common/admission';
import type {
  ChangeKind,
  Verdict,
} from '@backstage-handover/plugin-handover-common';

/** A request of a cluster. */
export type ReviewRequest = {
  /** The name of a configured cluster. */
  cluster: string;
  request: AdmissionRequest;
  /** How long the cluster waits, in milliseconds. */
  timeoutMs?: number;
};

/** An answer, and what it was decided about. */
export type ReviewedAdmission = {
  answer: AdmissionAnswer;
  /** Absent if the request changes nothing that the gate decides about. */
  subject?: {
    workload: WorkloadChange;
    mode: AdmissionMode;
    /** Absent if the workload belongs to no entity. */
    entityRef?: string;
    environment?: string;
    change?: ChangeKind;
    verdict?: Verdict;
  };
};

/** Answers the API servers of clusters. Whoever calls it has checked their token. */
export interface AdmissionService {
  /**
   * Answers within the time that the cluster waits. If that isn't possible, or
   * anything fails, the answer is that it is unknown, which `enforce` denies.
   *
   * @throws AdmissionReviewError if the request makes no sense.
   */
  review(request: ReviewRequest): Promise<ReviewedAdmission>;
}
