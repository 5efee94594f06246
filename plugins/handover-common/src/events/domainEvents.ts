import type { Artifact } from '../artifacts/Artifact';
import type { Deployment } from '../delivery/types';
import type { DocumentSource, DocumentStatus } from '../documents/types';
import type { ChangeKind } from '../gate/schema';
import type { Verdict } from '../gate/types';
import type { OverrideStatus } from '../overrides/states';
import type { ExemptionState } from '../scorecards/exemptions';

/**
 * The fields of every domain event.
 *
 * @public
 */
export type HandoverEventBase = {
  /** Stays the same when an event is delivered again. */
  id: string;
  /**
   * Position in the order of all events: 1, 2, 3 and so on. Remember the highest
   * one that you handled, and replay from there after an outage.
   */
  sequence: number;
  /** Full entity reference in lower case. */
  entityRef: string;
  /** When the change was stored, RFC 3339. */
  at: string;
};

/**
 * A handover has a new current revision.
 *
 * @public
 */
export type DocumentChangedEvent = HandoverEventBase & {
  revision: number;
  /** 0 if this is the first one. */
  previousRevision: number;
  source: DocumentSource;
  /** SHA-256 of the YAML text. */
  contentHash: string;
};

/**
 * The status of a handover changed.
 *
 * @public
 */
export type DocumentStatusChangedEvent = HandoverEventBase & {
  status: DocumentStatus;
  previousStatus: DocumentStatus;
};

/**
 * A deployment was stored for the first time, or its outcome changed.
 * Deployments that are more than a week old when they are first found are not
 * published.
 *
 * @public
 */
export type DeploymentRecordedEvent = HandoverEventBase & {
  /** Of the provider. */
  deploymentId: string;
  /** Id of the provider, such as `github-actions` or `cdevents`. */
  provider: string;
  environment: string;
  outcome: Deployment['outcome'];
  /** Absent if the deployment is new. */
  previousOutcome?: Deployment['outcome'];
  /** When it was deployed, RFC 3339. */
  deployedAt: string;
  version?: string;
  /** Digest of the artifact. */
  digest?: string;
  commit?: string;
  /** The run that deployed it. */
  runId?: string;
};

/**
 * An incident began.
 *
 * @public
 */
export type IncidentDetectedEvent = HandoverEventBase & {
  incidentId: string;
  environment?: string;
  /** RFC 3339. */
  detectedAt: string;
};

/**
 * An incident ended.
 *
 * @public
 */
export type IncidentResolvedEvent = HandoverEventBase & {
  incidentId: string;
  environment?: string;
  /** RFC 3339. */
  resolvedAt: string;
};

/**
 * A decision of the gate was recorded before a change.
 *
 * @public
 */
export type DecisionRecordedEvent = HandoverEventBase & {
  decisionId: string;
  /** The primary name of the environment, whichever name was requested. */
  environment: string;
  change: ChangeKind;
  verdict: Verdict;
  /** What to do if the verdict is `unknown`. Absent for other verdicts. */
  onUnknown?: 'pass' | 'block';
  /** The time that the decision is for, RFC 3339. */
  decidedAt: string;
  /** When the verdict next changes, RFC 3339. */
  until?: string;
  /** The user, or the subject of the service, that requested it. */
  by?: string;
  /** The caller's name for the change, such as a pipeline run or a ticket. */
  changeId?: string;
  artifact?: Artifact;
  /** Number of the revision that the decision is based on. */
  revision?: number;
  /** The calendars that the decision is based on. */
  calendars: { id: string; version: string }[];
};

/**
 * An exemption from a check was requested, decided about or ended before its
 * time. An exemption that expires has no event.
 *
 * @public
 */
export type ExemptionChangedEvent = HandoverEventBase & {
  exemptionId: string;
  /** Name of the scorecard. */
  scorecard: string;
  /** Id of the check. */
  check: string;
  state: ExemptionState;
  /** Who changed it: the user, or the subject of the service. */
  by: string;
  /** When the exemption ends, RFC 3339. */
  expiresAt: string;
};

/**
 * An override of the gate was requested, decided about or ended before its
 * time. An override that starts or ends by itself has no event.
 *
 * @public
 */
export type OverrideChangedEvent = HandoverEventBase & {
  overrideId: string;
  status: OverrideStatus;
  /** Names of environments. */
  environments: string[];
  /** The artifact that it is bound to. */
  artifact?: Artifact;
  /** The user who changed it. */
  by: string;
  /** Start and end, RFC 3339. */
  from: string;
  until: string;
};

/**
 * The level of an entity on a scorecard changed. The first result of an entity
 * has no event, nor does a result that ends with its scorecard or its scope.
 *
 * @public
 */
export type ScorecardLevelChangedEvent = HandoverEventBase & {
  /** Name of the scorecard. */
  scorecard: string;
  /** Id of the level. Absent below the lowest. */
  level?: string;
  /** Id of the level before. Absent below the lowest. */
  previousLevel?: string;
  /** The share of weights that pass, 0 to 1. Absent if nothing counts. */
  score?: number;
};

/**
 * The payload of each topic that Handover publishes on Backstage's events
 * service. Payloads contain no content of documents.
 *
 * @public
 */
export type HandoverEvents = {
  'handover.document.changed': DocumentChangedEvent;
  'handover.document.status-changed': DocumentStatusChangedEvent;
  'handover.deployment.recorded': DeploymentRecordedEvent;
  'handover.incident.detected': IncidentDetectedEvent;
  'handover.incident.resolved': IncidentResolvedEvent;
  'handover.decision.recorded': DecisionRecordedEvent;
  'handover.exemption.changed': ExemptionChangedEvent;
  'handover.override.changed': OverrideChangedEvent;
  'handover.scorecard.level-changed': ScorecardLevelChangedEvent;
};

/**
 * A topic that Handover publishes.
 *
 * @public
 */
export type HandoverEventTopic = keyof HandoverEvents;

/**
 * All topics that Handover publishes, for `events.subscribe({ topics })`.
 *
 * @public
 */
export const HANDOVER_EVENT_TOPICS: readonly HandoverEventTopic[] = [
  'handover.document.changed',
  'handover.document.status-changed',
  'handover.deployment.recorded',
  'handover.incident.detected',
  'handover.incident.resolved',
  'handover.decision.recorded',
  'handover.exemption.changed',
  'handover.override.changed',
  'handover.scorecard.level-changed',
];

/**
 * An event as it is published: its topic and its payload.
 *
 * @public
 */
export type HandoverEvent = {
  [T in HandoverEventTopic]: { topic: T; payload: HandoverEvents[T] };
}[HandoverEventTopic];

/**
 * Events in the order of their sequence.
 *
 * @public
 */
export type HandoverEventPage = {
  items: HandoverEvent[];
  /**
   * Pass this as `after` to continue. It may be higher than the sequence of the
   * last item, if events of other topics follow.
   */
  next: number;
  /** Whether there are more events after `next`. */
  hasMore: boolean;
  /** Whether events after `after` were already deleted. */
  hasGap: boolean;
};
