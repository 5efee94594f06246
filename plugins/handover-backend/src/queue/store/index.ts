export { DatabaseWorkQueue } from './DatabaseWorkQueue';
export type {
  InTransaction,
  QueueTransaction,
  SettledItem,
  WorkItem,
  WorkQueue,
} from './WorkQueue';
