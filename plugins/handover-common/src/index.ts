export { parseHandoverDocument, formatProblem } from './documents/parse';
export type { ParsedHandover, ParseOptions } from './documents/parse';
export type {
  CompletionStatement,
  HandoverDocument,
  SchemaOptions,
} from './documents/schema';
export { statementText } from './documents/statementText';
export { DEFAULT_LINK_SCHEMES, isLinkScheme } from './documents/fields';
export { MAX_DOCUMENT_BYTES } from './documents/limits';
export { SECTION_KEYS, SECTION_TITLES, isFilled } from './documents/sections';
export type { SectionKey } from './documents/sections';
export type * from './documents/types';
export {
  HANDOVER_STATUS_ANNOTATION,
  handoverStatusOf,
} from './documents/status';
export type { HandoverStatus } from './documents/status';
export {
  FIELD_LABELS,
  NOT_APPLICABLE_LABEL,
  OPTION_LABELS,
} from './documents/registry/labels';
export {
  METADATA,
  SECTIONS,
  fieldDefinition,
} from './documents/registry/registry';
export type {
  FieldDefinition,
  FieldInput,
  FieldPath,
  PartDefinition,
  PartKey,
} from './documents/registry/types';
export { coverageOf } from './documents/coverage';
export { REQUIRED_FIELDS } from './documents/requiredFields';
export type { RequiredField } from './documents/requiredFields';
export { reviewState, DEFAULT_REVIEW_EVERY } from './documents/review';
export type { ReviewState } from './documents/review';
export { serializeHandoverDocument } from './documents/serialize';
export { handoverJsonSchema, JSON_SCHEMA_ID } from './documents/jsonSchema';
export { applyChanges } from './documents/applyChanges';
export type {
  ChangePath,
  FieldChange,
  ItemId,
} from './documents/changes/types';
export type { JsonObject, JsonValue } from './documents/json';
export { diffDocuments, applyDiff } from './documents/diff';
export type { ChangeBase, DocumentChange } from './documents/diff';
export { toMarkdown } from './documents/markdown';
export { writeStarter } from './documents/starter/writeStarter';
export type { StarterOptions } from './documents/starter/writeStarter';
export { STARTER_EXAMPLES } from './documents/starter/examples';
export { missingAsMarkdown } from './documents/starter/missing';
export { codeSpan, plainLine } from './documents/starter/plainLine';
export { withComments } from './documents/starter/withComments';
export type { FieldComment } from './documents/starter/withComments';
export { sectionText } from './documents/plainText';
export { formatPath } from './documents/path';
export type { PathSegments } from './documents/path';
export { entityScopeSchema } from './entities/scope';
export type {
  EntityScope,
  EntityScopeFields,
  EntityScopeInput,
} from './entities/scope';
export { matchesScope } from './entities/matchesScope';
export type { ScopedEntity } from './entities/types';
export type * from './gate/reasons';
export { unknownKind } from './gate/reasons';
export type * from './gate/types';
export type { ChangeKind, HandoverWindow, Schedule } from './gate/schema';
export { decide, DECISION_HORIZON_DAYS } from './gate/decide';
export { parseCalendars } from './gate/calendars';
export { parseConditionResult } from './gate/conditions';
export type {
  ConditionOutcome,
  ConditionResult,
  EvaluatedCondition,
} from './gate/conditions';
export { NonsenseError } from './gate/nonsense';
export { parseOverrides } from './gate/overrides';
export type { GateOverride } from './gate/overrides';
export { parseInstant } from './gate/instant';
export { appliesToChange, sortedCalendars } from './gate/relevance';
export { entityEnvironments, namesUsed } from './gate/environments';
export { assertRange, expandOccurrences, MAX_RANGE_DAYS } from './gate/expand';
export type { ExpandOptions, ExpandedOccurrences } from './gate/expand';
export { validateSchedule, validateWindow } from './gate/validate';
export type { ScheduleProblem } from './gate/validate';
export type * from './delivery/types';
export { inPromotionOrder, promotionOrder } from './delivery/promotionOrder';
export type {
  PromotionEnvironment,
  PromotionPlace,
} from './delivery/promotionOrder';
export { environmentKey } from './environments/key';
export { Environments } from './environments/Environments';
export type {
  Environment,
  EnvironmentSettings,
} from './environments/Environments';
export type { EnvironmentDefinition } from './environments/definitions';
export { promotionPath } from './delivery/promotion';
export type {
  PromotionDrift,
  PromotionPath,
  PromotionStep,
} from './delivery/promotion';
export { deliveryMetrics } from './delivery/metrics';
export type {
  DeliveryMetrics,
  DeliveryMetricsDays,
  DurationMetric,
  Incident,
  MeasuredDeployment,
} from './delivery/metrics';
export { takenBack } from './delivery/takenBack';
export { joinClaims, toRun } from './delivery/claims';
export type { Claim, Claims } from './delivery/claims';
export type * from './delivery/responses';
export type * from './kubernetes/types';
export type { KubernetesObjects } from './kubernetes/objects';
export { summarizeWorkloads } from './kubernetes/summarizeWorkloads';
export { comparePods } from './kubernetes/summarizePod';
export { matchFailures } from './kubernetes/matchFailures';
export type {
  DocumentedFailure,
  FailureMatch,
} from './kubernetes/matchFailures';
export { rollbackOf } from './kubernetes/rollback';
export type { NoRollback, Rollback, RollbackNote } from './kubernetes/rollback';
export {
  documentedTargets,
  staleTargets,
} from './kubernetes/documentedTargets';
export type {
  DocumentedTarget,
  StaleTarget,
} from './kubernetes/documentedTargets';
export { namedObjects } from './kubernetes/namedObjects';
export type { NamedObject } from './kubernetes/namedObjects';
export type * from './kubernetes/objectSummaries';
export { kindsRead, summarizeObjects } from './kubernetes/summarizeObjects';
export { configMapsOfTable, withoutValues } from './kubernetes/configMaps';
export { lookUp } from './kubernetes/lookUp';
export type { LookedUp, ObjectPlace } from './kubernetes/lookUp';
export { environmentOf, placeEnvironments } from './kubernetes/environments';
export type { ClusterName, EnvironmentPlace } from './kubernetes/environments';
export type * from './proposals/types';
export { compose as composeProposals } from './proposals/compose';
export type {
  Composed,
  ProposalConflict,
  ProposedField,
} from './proposals/Composition';
export { evidenceComments, formatEvidence } from './proposals/evidence';
export {
  commonEnvironmentKey,
  isCommonEnvironment,
} from './proposals/commonEnvironments';
export { HANDOVER_SEARCH_TYPE } from './search/types';
export type { HandoverSearchDocument } from './search/types';
export type * from './page';
export type * from './api/types';
export type { HandoverApi } from './api/client/HandoverApi';
export type * from './api/client/options';
export type {
  DiffQuery,
  DocumentsApi,
  ListDocumentsQuery,
  ListRevisionsQuery,
  PutDocumentOptions,
} from './api/client/DocumentsApi';
export type {
  GateApi,
  GateDecisionsQuery,
  GateQuery,
  OccurrencesQuery,
} from './api/client/GateApi';
export type {
  DeliveryApi,
  ListDeploymentsQuery,
  ListRunsQuery,
  MetricsQuery,
} from './api/client/DeliveryApi';
export { createHandoverApi } from './api/client/createHandoverApi';
export { HandoverClient } from './api/client/HandoverClient';
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
