export { parseHandoverDocument, formatProblem } from './document/parse';
export type { ParsedHandover, ParseOptions } from './document/parse';
export type { HandoverDocument, SchemaOptions } from './document/schema';
export { DEFAULT_LINK_SCHEMES, isLinkScheme } from './document/fields';
export { MAX_DOCUMENT_BYTES } from './document/limits';
export { SECTION_KEYS, SECTION_TITLES, isFilled } from './document/sections';
export type { SectionKey } from './document/sections';
export { coverageOf } from './document/coverage';
export { REQUIRED_FIELDS } from './document/requiredFields';
export type { RequiredField } from './document/requiredFields';
export { reviewState, DEFAULT_REVIEW_EVERY } from './document/review';
export type { ReviewState } from './document/review';
export { serializeHandoverDocument } from './document/serialize';
export { handoverJsonSchema, JSON_SCHEMA_ID } from './document/jsonSchema';
export { diffDocuments, applyDiff } from './document/diff';
export type { ChangeBase, DocumentChange } from './document/diff';
export { toMarkdown } from './document/markdown';
export { sectionText } from './document/plainText';
export { formatPath } from './document/path';
export type { PathSegments } from './document/path';
export type * from './windows/types';
export type { ChangeKind, HandoverWindow, Schedule } from './windows/schema';
export { decide, DECISION_HORIZON_DAYS } from './windows/decide';
export { expandOccurrences, MAX_RANGE_DAYS } from './windows/expand';
export type { ExpandOptions, ExpandedOccurrences } from './windows/expand';
export { validateSchedule, validateWindow } from './windows/validate';
export type { ScheduleProblem } from './windows/validate';
export type * from './delivery/pipelines/types';
export {
  inPromotionOrder,
  promotionOrder,
} from './delivery/pipelines/promotionOrder';
export type {
  PromotionEnvironment,
  PromotionPlace,
} from './delivery/pipelines/promotionOrder';
export { environmentKey } from './delivery/pipelines/environmentKey';
export { promotionPath } from './delivery/pipelines/promotion';
export type {
  PromotionDrift,
  PromotionPath,
  PromotionStep,
} from './delivery/pipelines/promotion';
export { deliveryMetrics } from './delivery/pipelines/metrics';
export type {
  DeliveryMetrics,
  DeliveryMetricsDays,
  DurationMetric,
  Incident,
  MeasuredDeployment,
} from './delivery/pipelines/metrics';
export { takenBack } from './delivery/pipelines/takenBack';
export { joinFacts, toRun } from './delivery/pipelines/facts';
export type { Fact, Facts } from './delivery/pipelines/facts';
export type * from './delivery/pipelines/responses';
export type * from './delivery/workloads/types';
export type { KubernetesObjects } from './delivery/workloads/kubernetes';
export { summarizeWorkloads } from './delivery/workloads/summarizeWorkloads';
export { comparePods } from './delivery/workloads/summarizePod';
export { matchFailures } from './delivery/workloads/matchFailures';
export type {
  DocumentedFailure,
  FailureMatch,
} from './delivery/workloads/matchFailures';
export { rollbackOf } from './delivery/workloads/rollback';
export type { NoRollback, Rollback } from './delivery/workloads/rollback';
export {
  documentedTargets,
  staleTargets,
} from './delivery/workloads/documentedTargets';
export type {
  DocumentedTarget,
  StaleTarget,
} from './delivery/workloads/documentedTargets';
export { namedObjects } from './delivery/workloads/namedObjects';
export type { NamedObject } from './delivery/workloads/namedObjects';
export type * from './delivery/workloads/liveObjects';
export {
  kindsRead,
  summarizeObjects,
} from './delivery/workloads/summarizeObjects';
export {
  configMapsOfTable,
  withoutValues,
} from './delivery/workloads/configMaps';
export { lookUp } from './delivery/workloads/lookUp';
export type { LookedUp, ObjectPlace } from './delivery/workloads/lookUp';
export {
  environmentOf,
  placeEnvironments,
} from './delivery/workloads/environments';
export type {
  ClusterName,
  EnvironmentPlace,
} from './delivery/workloads/environments';
export { HANDOVER_SEARCH_TYPE } from './search/types';
export type { HandoverSearchDocument } from './search/types';
export type * from './api/types';
export {
  HANDOVER_STATUS_ANNOTATION,
  handoverStatusOf,
} from './api/handoverStatus';
export type { HandoverStatus } from './api/handoverStatus';
export type * from './api/HandoverApi';
export type { RevisionDiff } from './api/diff';
export { HandoverClient } from './api/HandoverClient';
export { openapi } from './api/generated/openapi';
export type { OpenApiDocument } from './api/OpenApiDocument';
export type { operations as HandoverOperations } from './api/generated/schema';
export { problemsOfError } from './api/problems';
export {
  RESOURCE_TYPE_HANDOVER_DOCUMENT,
  handoverDocumentReadPermission,
  handoverDocumentUpdatePermission,
  handoverDeliveryReportPermission,
  handoverGateDecidePermission,
  handoverPermissions,
} from './permissions';
