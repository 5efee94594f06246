export { DatabaseDocumentStore } from './DatabaseDocumentStore';
export { REFRESH_TOPIC } from './refreshTopic';
export { RevisionMismatchError } from './RevisionMismatchError';
export type {
  ClaimedDocument,
  DocumentListQuery,
  DocumentEnvironment,
  DocumentStateText,
  DocumentReference,
  DocumentSortField,
  DocumentStore,
  DueReview,
  Failure,
  FailureQuery,
  FleetQuery,
  FoundFailure,
  NewRevision,
  ReadOutcome,
  RecordedOutcome,
  RecordResult,
  ReferencedEntity,
} from './DocumentStore';
