import type {
  ListDeploymentsQuery,
  ListRunsQuery,
  MetricsQuery,
} from './DeliveryApi';
import type {
  DiffQuery,
  FleetSummaryQuery,
  ListDocumentHistoryQuery,
  ListDocumentsQuery,
  ListRevisionsQuery,
} from './DocumentsApi';
import type { ReplayEventsQuery } from './EventsApi';
import type {
  ExemptionBudgetsQuery,
  ListExemptionsQuery,
} from './ExemptionsApi';
import type {
  GateDecisionsQuery,
  GateQuery,
  OccurrencesQuery,
} from './GateApi';
import type {
  InitiativeOwnersQuery,
  ListInitiativeEntitiesQuery,
  ListInitiativesQuery,
} from './InitiativesApi';
import type {
  ListEntityOverridesQuery,
  ListOverridesQuery,
} from './OverridesApi';
import type {
  BadgeQuery,
  BadgeUrlQuery,
  CountScorecardResultsQuery,
  ListOpenChecksQuery,
  ListScorecardHistoryQuery,
  ListScorecardResultsQuery,
  ScorecardChangesQuery,
  ScorecardPreviewQuery,
  ScorecardTrendQuery,
} from './ScorecardsApi';

/**
 * The query of each operation of the API that has one, by its `operationId`.
 *
 * @alpha
 */
export type OperationQueries = {
  listDocuments: ListDocumentsQuery;
  getFleetSummary: FleetSummaryQuery;
  listRevisions: ListRevisionsQuery;
  listDocumentHistory: ListDocumentHistoryQuery;
  getDiff: DiffQuery;
  getGateDecision: GateQuery;
  getGateDecisions: GateDecisionsQuery;
  getOccurrences: OccurrencesQuery;
  listRuns: ListRunsQuery;
  listDeployments: ListDeploymentsQuery;
  getMetrics: MetricsQuery;
  listOpenChecks: ListOpenChecksQuery;
  listScorecardResults: ListScorecardResultsQuery;
  countScorecardResults: CountScorecardResultsQuery;
  getScorecardTrend: ScorecardTrendQuery;
  getScorecardChanges: ScorecardChangesQuery;
  previewScorecard: ScorecardPreviewQuery;
  listScorecardHistory: ListScorecardHistoryQuery;
  getBadge: BadgeQuery;
  getBadgeUrl: BadgeUrlQuery;
  listExemptions: ListExemptionsQuery;
  listExemptionBudgets: ExemptionBudgetsQuery;
  listOverrides: ListOverridesQuery;
  listEntityOverrides: ListEntityOverridesQuery;
  listInitiatives: ListInitiativesQuery;
  getInitiative: InitiativeOwnersQuery;
  getInitiativeBurnUp: InitiativeOwnersQuery;
  listInitiativeEntities: ListInitiativeEntitiesQuery;
  replayEvents: ReplayEventsQuery;
  reviewAdmission: { timeout?: string };
};
