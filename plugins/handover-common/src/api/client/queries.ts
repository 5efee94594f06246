import type {
  ListDeploymentsQuery,
  ListRunsQuery,
  MetricsQuery,
} from './DeliveryApi';
import type {
  DiffQuery,
  ListDocumentHistoryQuery,
  ListDocumentsQuery,
  ListRevisionsQuery,
} from './DocumentsApi';
import type {
  GateDecisionsQuery,
  GateQuery,
  OccurrencesQuery,
} from './GateApi';

/**
 * Where to continue reading domain events. Only services can read them.
 *
 * @alpha
 */
export type ReplayEventsQuery = {
  /** Sequence of the last event that the consumer handled. */
  after?: number;
  topic?: (
    | 'handover.document.changed'
    | 'handover.document.status-changed'
    | 'handover.deployment.recorded'
    | 'handover.incident.detected'
    | 'handover.incident.resolved'
  )[];
  /** Events per page, 1 to 500; 50 unless set. */
  limit?: number;
};

/**
 * The query of each operation of the API that has one, by its `operationId`.
 *
 * @alpha
 */
export type OperationQueries = {
  listDocuments: ListDocumentsQuery;
  listRevisions: ListRevisionsQuery;
  listDocumentHistory: ListDocumentHistoryQuery;
  getDiff: DiffQuery;
  getGateDecision: GateQuery;
  getGateDecisions: GateDecisionsQuery;
  getOccurrences: OccurrencesQuery;
  listRuns: ListRunsQuery;
  listDeployments: ListDeploymentsQuery;
  getMetrics: MetricsQuery;
  replayEvents: ReplayEventsQuery;
};
