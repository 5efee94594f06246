export { DatabaseDomainEventStore } from './DatabaseDomainEventStore';
export type {
  DomainEventOutbox,
  DomainEventStore,
  EventTransaction,
  NewDomainEvent,
  RelayClaim,
  ReplayQuery,
} from './DomainEventStore';
