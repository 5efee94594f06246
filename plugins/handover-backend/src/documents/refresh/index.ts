export { DefaultDocumentRefresher } from './DefaultDocumentRefresher';
export type { DocumentRefresher } from './DocumentRefresher';
export { createRefreshMetrics } from './metrics';
export type { RefreshMetrics } from './metrics';
