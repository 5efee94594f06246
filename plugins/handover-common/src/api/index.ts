/**
 * The description of the HTTP API, which the backend enforces.
 *
 * @packageDocumentation
 */

export { openapi } from './generated/openapi';
export type { OpenApiDocument } from './OpenApiDocument';
export type { OperationQueries } from './client/queries';
// The queries of the operations above.
export type {
  DiffQuery,
  DocumentFilters,
  FleetSummaryQuery,
  ListDocumentHistoryQuery,
  ListDocumentsQuery,
  ListRevisionsQuery,
} from './client/DocumentsApi';
export type {
  GateDecisionsQuery,
  GateQuery,
  OccurrencesQuery,
} from './client/GateApi';
export type {
  ListDeploymentsQuery,
  ListRunsQuery,
  MetricsQuery,
} from './client/DeliveryApi';
export type {
  ScorecardChangesQuery,
  ScorecardPreviewQuery,
  ScorecardTrendQuery,
} from './client/ScorecardsApi';
export type {
  ExemptionBudgetsQuery,
  ListExemptionsQuery,
} from './client/ExemptionsApi';
export type {
  InitiativeOwnersQuery,
  ListInitiativeEntitiesQuery,
  ListInitiativesQuery,
} from './client/InitiativesApi';
export type {
  ListEntityOverridesQuery,
  ListOverridesQuery,
} from './client/OverridesApi';
export type { OverrideState } from '../overrides/states';
export type { ExemptionState } from '../scorecards/exemptions';
export type {
  InitiativeProgress,
  InitiativeState,
} from '../scorecards/initiatives/types';
export type { ReplayEventsQuery } from './client/EventsApi';
export type { HandoverEventTopic } from '../events/domainEvents';
export type { DocumentStatus } from '../documents/types';
export type { ChangeKind } from '../gate/schema';
export type { DeliveryMetricsDays } from '../delivery/metrics';
