import {
  type AdmissionFinding,
  answerAdmission,
  classifyAdmission,
  type WorkloadChange,
} from '@backstage-handover/plugin-handover-common/admission';
import type { GateDecision } from '@backstage-handover/plugin-handover-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { explainDecision } from '../gate/explainDecision';
import type { GateService, RecordRequest } from '../gate/GateService';
import { handoverLink } from '../handoverLink';
import { withinTime } from '../withinTime';
import { withoutNul } from '../withoutNul';
import type {
  AdmissionService,
  ReviewedAdmission,
  ReviewRequest,
} from './AdmissionService';
import type { ChangeReader } from './ChangeReader';
import type { AdmissionPolicy } from './config';
import type { NamespacePolicies } from './NamespacePolicies';
import { describe, type WorkloadMatcher } from './WorkloadMatcher';

/** API servers wait 10 seconds unless told otherwise. */
const TIMEOUT_MS = 5_000;

/** For the way back. */
const RESERVE_MS = 500;

/** The longest name of a change that the gate takes. */
const MAX_CHANGE_ID_LENGTH = 300;

type Subject = NonNullable<ReviewedAdmission['subject']>;
type Found = { finding: AdmissionFinding; subject: Partial<Subject> };

type Options = {
  /** Decides for everybody: the token of the cluster is the permission. */
  gate: Pick<GateService, 'getDecision' | 'recordDecision'>;
  matcher: Pick<WorkloadMatcher, 'match'>;
  changes: Pick<ChangeReader, 'read'>;
  policies: NamespacePolicies;
  auth: AuthService;
  logger: LoggerService;
  /** Base URL of the portal, for links. */
  appBaseUrl?: string;
};

/** Asks the gate as the backend itself, and answers as the namespace's policy says. */
export class DefaultAdmissionService implements AdmissionService {
  readonly #options: Options;

  static create(options: Options): AdmissionService {
    return new DefaultAdmissionService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async review(review: ReviewRequest): Promise<ReviewedAdmission> {
    const { cluster, request } = review;
    const classified = classifyAdmission(request);
    if (classified.is === 'ignored') {
      return {
        answer: {
          allowed: true,
          warnings: [],
          annotations: { ignored: classified.why },
        },
      };
    }
    const workload = classified.change;
    const policy = this.#options.policies.policyOf(cluster, workload.namespace);
    const { finding, subject } = await this.#findInTime(
      review,
      workload,
      policy,
    );
    const { dryRun } = request;
    const { mode } = policy;
    const answer = answerAdmission(finding, { mode, dryRun });
    if (!answer.allowed) {
      this.#options.logger.info(
        `Denied ${request.operation} of ${describe(
          workload,
        )} in the cluster ${cluster}: ${finding.message}`,
      );
    }
    return { answer, subject: { workload, mode, ...subject } };
  }

  /** Whatever fails is unknown, and passes nowhere. */
  async #findInTime(
    review: ReviewRequest,
    workload: WorkloadChange,
    policy: AdmissionPolicy,
  ): Promise<Found> {
    const timeoutMs = Math.max(
      RESERVE_MS,
      Math.min(TIMEOUT_MS, (review.timeoutMs ?? Infinity) - RESERVE_MS),
    );
    try {
      return await withinTime(
        signal => this.#find(review, workload, policy, signal),
        {
          timeoutMs,
          timedOut: () =>
            new Error(
              `There was no decision within ${timeoutMs / 1_000} seconds`,
            ),
        },
      );
    } catch (error) {
      this.#options.logger.error(
        `Could not decide about ${describe(workload)} in the cluster ${
          review.cluster
        }`,
        toError(error),
      );
      return {
        finding: {
          passes: false,
          message: `It is unknown whether ${describe(
            workload,
          )} can be changed now, because Handover could not decide. Try again, or ask the administrators of the portal.`,
          annotations: { verdict: 'unknown' },
        },
        subject: { verdict: 'unknown' },
      };
    }
  }

  async #find(
    { cluster, request }: ReviewRequest,
    workload: WorkloadChange,
    { mode, unmatched }: AdmissionPolicy,
    signal: AbortSignal,
  ): Promise<Found> {
    const { auth, changes, matcher } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const match = await matcher.match(cluster, workload, { credentials });
    if ('problem' in match) {
      return {
        finding: {
          passes: unmatched === 'allow',
          message: `${match.problem}. ${
            unmatched === 'allow'
              ? 'The gate does not check it.'
              : 'Workloads that the gate cannot check are not allowed here.'
          }`,
          isNotable: true,
          annotations: { unmatched },
        },
        subject: {},
      };
    }
    const { entityRef, environment } = match;
    const { change, artifacts } = await changes.read(workload, match, {
      credentials,
    });
    const asked = (artifacts.length > 0 ? artifacts : [undefined]).map(
      (artifact): RecordRequest => ({
        environment,
        change,
        changeId: changeIdOf(cluster, workload),
        ...(artifact && { artifact: withoutNuls(artifact) }),
      }),
    );
    const decision = await this.#decide(entityRef, asked, {
      isRecorded: mode === 'enforce' && !request.dryRun,
      signal,
    });
    return {
      finding: this.#describe(entityRef, decision),
      subject: { entityRef, environment, change, verdict: decision.verdict },
    };
  }

  /**
   * The decision about each artifact, and of these the one that holds the change.
   * Only what goes through is recorded: controllers try again and again what is
   * denied. What is recorded is the last word.
   */
  async #decide(
    entityRef: string,
    asked: RecordRequest[],
    { isRecorded, signal }: { isRecorded: boolean; signal: AbortSignal },
  ): Promise<GateDecision> {
    const { auth, gate } = this.#options;
    const options = { credentials: await auth.getOwnServiceCredentials() };
    const strictest = (decisions: GateDecision[]) =>
      decisions.find(decision => !letsThrough(decision)) ?? decisions[0];
    const decision = strictest(
      await Promise.all(
        asked.map(each => gate.getDecision(entityRef, each, options)),
      ),
    );
    if (!isRecorded || !letsThrough(decision)) {
      return decision;
    }
    // The cluster has been told already that it is unknown.
    signal.throwIfAborted();
    const recorded = await Promise.all(
      asked.map(each => gate.recordDecision(entityRef, each, options)),
    );
    return strictest(recorded.map(each => each.decision));
  }

  #describe(entityRef: string, decision: GateDecision): AdmissionFinding {
    const { environment, change, verdict, until, nextOpen } = decision;
    const passes = letsThrough(decision);
    const link = handoverLink(entityRef, this.#options);
    return {
      passes,
      message: [
        explainDecision(entityRef, decision),
        ...(passes && verdict === 'unknown'
          ? [`Unknown verdicts pass in ${environment}.`]
          : []),
        ...(link !== undefined && !passes ? [`See ${link}`] : []),
      ].join(' '),
      isNotable: verdict !== 'open',
      annotations: {
        entity: entityRef,
        environment,
        change,
        verdict,
        ...(until !== undefined && { until }),
        ...(nextOpen !== undefined && { 'next-open': nextOpen }),
      },
    };
  }
}

function letsThrough({ verdict, onUnknown }: GateDecision): boolean {
  return verdict === 'open' || (verdict === 'unknown' && onUnknown === 'pass');
}

function changeIdOf(
  cluster: string,
  { namespace, kind, name }: WorkloadChange,
): string {
  return withoutNul(`kubernetes:${cluster}/${namespace}/${kind}/${name}`).slice(
    0,
    MAX_CHANGE_ID_LENGTH,
  );
}

function withoutNuls<T extends Record<string, string>>(texts: T): T {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, withoutNul(text)]),
  ) as T;
}
