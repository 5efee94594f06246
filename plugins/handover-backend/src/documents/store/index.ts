export { DatabaseDocumentStore } from './DatabaseDocumentStore';
export { REFRESH_TOPIC } from './refreshTopic';
export { RevisionMismatchError } from './RevisionMismatchError';
export type {
  CatalogEntry,
  ClaimedDocument,
  DocumentFilter,
  DocumentFilterKey,
  DocumentListQuery,
  DocumentEnvironment,
  DocumentStateText,
  DocumentReference,
  DocumentSortField,
  DocumentStore,
  Failure,
  FailureQuery,
  FoundFailure,
  NewRevision,
  ReadOutcome,
  RecordedOutcome,
  RecordResult,
} from './DocumentStore';
