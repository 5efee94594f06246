/**
 * The client of the handover backend, the types of its responses, and its
 * permissions. Everything else is in one subpath per domain, such as
 * `@backstage-handover/plugin-handover-common/gate`.
 *
 * @packageDocumentation
 */

export type { HandoverDocument } from './documents/schema';
export { SECTION_KEYS } from './documents/sections';
export { SECTION_TITLES } from './documents/registry/labels';
export type { SectionKey } from './documents/registry/types';
export {
  HANDOVER_STATUS_ANNOTATION,
  handoverStatusOf,
} from './documents/status';
export type { HandoverStatus } from './documents/status';
export type { ChangeBase, DocumentChange } from './documents/diff';
export type { PathSegments } from './documents/path';
export type {
  DocumentStatus,
  DocumentSource,
  Problem,
  SectionState,
  MissingField,
  SectionCoverage,
  Coverage,
  DocumentPage,
  DocumentSummary,
  FleetFigures,
  FleetGroup,
  FleetSummary,
  SectionFigures,
  RevisionSummary,
  Revision,
  DocumentHistoryEntry,
  DocumentState,
  PartialDocument,
  ValidationResult,
  RevisionDiff,
} from './documents/types';
export type {
  WindowReason,
  CalendarReason,
  ConditionReason,
  DefaultReason,
  OverrideReason,
  EnvironmentReason,
  NoticeReason,
  GateReason,
} from './gate/reasons';
export type { ChangeKind, HandoverWindow, Schedule } from './gate/schema';
export type { ExpandedOccurrences } from './gate/expand';
export type {
  CalendarLocation,
  CompanyCalendar,
  CompanyCalendarDetails,
  CompanyCalendarList,
  CompanyCalendarStatus,
} from './calendars/responses';
export type {
  CalendarLevel,
  Calendar,
  Verdict,
  GateDecision,
  WindowOccurrence,
} from './gate/types';
export type {
  PromotionDrift,
  PromotionPath,
  PromotionStep,
} from './delivery/promotion';
export type {
  DeliveryMetrics,
  DeliveryMetricsDays,
  DurationMetric,
} from './delivery/metrics';
export type { Artifact } from './artifacts/Artifact';
export type {
  RunStatus,
  RunStage,
  Run,
  DeploymentOutcome,
  Deployment,
  ProviderState,
} from './delivery/types';
export type {
  RunPage,
  DeploymentPage,
  Promotion,
  Metrics,
  EventResult,
  EventResults,
} from './delivery/responses';
export type {
  Alert,
  AlertAcknowledgement,
  AlertProviderState,
  AlertSilence,
} from './alerts/types';
export type { Alerts } from './alerts/responses';
export type {
  EvaluatedTrigger,
  MeasuredTrigger,
  MetricsSourceState,
  TriggerHistory,
  TriggerReading,
  TriggerUnknownReason,
  TriggerWatch,
} from './triggers/types';
export type { RollbackTriggers } from './triggers/responses';
export type {
  NextOnCall,
  OnCall,
  OnCallData,
  OnCallItem,
  OnCallLevel,
  OnCallPage,
  OnCallPageTarget,
  OnCallPageUrgency,
  OnCallPerson,
  OnCallProviderStatus,
} from './oncall/types';
export { HANDOVER_SEARCH_TYPE } from './search/types';
export type { HandoverSearchDocument } from './search/types';
export { HANDOVER_EVENT_TOPICS } from './events/domainEvents';
export type {
  DecisionRecordedEvent,
  ExemptionChangedEvent,
  OverrideChangedEvent,
  DeploymentRecordedEvent,
  DocumentChangedEvent,
  DocumentStatusChangedEvent,
  HandoverEvent,
  HandoverEventBase,
  HandoverEventPage,
  HandoverEvents,
  HandoverEventTopic,
  IncidentDetectedEvent,
  IncidentResolvedEvent,
  ScorecardLevelChangedEvent,
} from './events/domainEvents';
export type { HandoverApi } from './api/client/HandoverApi';
export type {
  DiffQuery,
  DocumentFilters,
  DocumentsApi,
  FleetSummaryQuery,
  ListDocumentHistoryQuery,
  ListDocumentsQuery,
  ListRevisionsQuery,
  PutDocumentOptions,
} from './api/client/DocumentsApi';
export type { CalendarsApi } from './api/client/CalendarsApi';
export type {
  GateApi,
  GateDecisionsQuery,
  GateQuery,
  OccurrencesQuery,
  RecordDecisionRequest,
} from './api/client/GateApi';
export type {
  DeliveryApi,
  ListDeploymentsQuery,
  ListRunsQuery,
  MetricsQuery,
} from './api/client/DeliveryApi';
export type {
  BadgeUrl,
  EntityScorecard,
  EntityScorecards,
  FactList,
  LevelCounts,
  OpenCheck,
  OpenCheckPage,
  UpcomingCheck,
  ScorecardCheckDetails,
  ScorecardCounts,
  ScorecardDetails,
  ScorecardHistoryEntry,
  ScorecardHistoryPage,
  ScorecardList,
  ScorecardLocation,
  ScorecardResultPage,
  ScorecardResultSummary,
  ScorecardTrend,
  ScorecardTrendDay,
  EntityChange,
  OwnerChange,
  ScorecardChanges,
  ScorecardPreview,
} from './scorecards/responses';
export type {
  CheckResult,
  DecidingFact,
  Outcome,
  ScorecardResult,
} from './scorecards/types';
export type {
  FactBasis,
  FactDefinition,
  FactType,
  FactValue,
} from './scorecards/facts/types';
export type {
  Exemption,
  ExemptionBudget,
  ExemptionBudgets,
  ExemptionPage,
  ExemptionState,
  ExemptionStep,
} from './scorecards/exemptions';
export type {
  OverrideAction,
  OverrideState,
  OverrideStatus,
} from './overrides/states';
export type {
  Override,
  OverrideApproval,
  OverridePage,
  OverrideStep,
} from './overrides/types';
export { HANDOVER_LEVEL_ANNOTATION_PREFIX } from './scorecards/levelAnnotation';
export type {
  EntityInitiative,
  Initiative,
  InitiativeBurnUp,
  InitiativeCounts,
  InitiativeDay,
  InitiativeDefinition,
  InitiativeDetails,
  InitiativeEntity,
  InitiativeEntityPage,
  InitiativeForecast,
  InitiativePage,
  InitiativeProgress,
  InitiativeState,
  InitiativeTarget,
  InitiativeTeam,
} from './scorecards/initiatives/types';
export type {
  PlannedChange,
  PlannedChangeKind,
  PlannedCheck,
  PlannedOwner,
  PlannedUnknown,
  ScorecardPlan,
  ScorecardPlanResult,
} from './scorecards/planning/types';
export { factNamesIn } from './scorecards/factNamesIn';
export { nextChecks } from './scorecards/nextChecks';
export type { CheckWithResult } from './scorecards/nextChecks';
export type { ScorecardCheck, ScorecardLevel } from './scorecards/schema';
export type {
  BadgeUrlQuery,
  CountScorecardResultsQuery,
  ListOpenChecksQuery,
  ListScorecardHistoryQuery,
  ListScorecardResultsQuery,
  ScorecardsApi,
  ScorecardChangesQuery,
  ScorecardPreviewQuery,
  ScorecardTrendQuery,
} from './api/client/ScorecardsApi';
export type {
  ExemptionBudgetsQuery,
  ExemptionNote,
  ExemptionsApi,
  ListExemptionsQuery,
  RequestExemptionRequest,
} from './api/client/ExemptionsApi';
export type {
  ListEntityOverridesQuery,
  ListOverridesQuery,
  OverrideNote,
  OverridesApi,
  RequestOverrideRequest,
} from './api/client/OverridesApi';
export type {
  InitiativeOwnersQuery,
  InitiativesApi,
  ListInitiativeEntitiesQuery,
  ListInitiativesQuery,
} from './api/client/InitiativesApi';
export type { AlertsApi } from './api/client/AlertsApi';
export type { EventsApi, ReplayEventsQuery } from './api/client/EventsApi';
export type { OnCallApi, PageOnCallRequest } from './api/client/OnCallApi';
export type { TriggersApi } from './api/client/TriggersApi';
export { createHandoverApi } from './api/client/createHandoverApi';
export { HandoverClient } from './api/client/HandoverClient';
export { isPageNotSent } from './api/pageNotSent';
export { problemsOfError } from './api/problems';
export type {
  GateDecisions,
  RecordedDecision,
  Occurrences,
  GateCalendars,
} from './api/types';
export type {
  HandoverRequestOptions,
  HandoverClientOptions,
} from './api/client/options';
export {
  RESOURCE_TYPE_HANDOVER_DOCUMENT,
  handoverDocumentReadPermission,
  handoverDocumentUpdatePermission,
  handoverDeliveryReportPermission,
  handoverInitiativeManagePermission,
  handoverExemptionApprovePermission,
  handoverExemptionRequestPermission,
  handoverGateDecidePermission,
  handoverOnCallPagePermission,
  handoverOverrideApprovePermission,
  handoverOverrideRequestPermission,
  handoverPermissions,
} from './permissions';
export type { JsonValue } from './documents/json';
export type { Page } from './page';
