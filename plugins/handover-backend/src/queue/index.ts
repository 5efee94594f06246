export {
  backoffMs,
  longestWaitMs,
  type RetryConfig,
  spreadDueAt,
} from './schedule';
export {
  DatabaseWorkQueue,
  type InTransaction,
  type QueueTransaction,
  type SettledItem,
  type WorkItem,
  type WorkQueue,
} from './store';
export { type WorkHandler, WorkLoop, type WorkLoopConfig } from './WorkLoop';
