export { DatabaseDomainEventStore } from './DatabaseDomainEventStore';
export type {
  DomainEvent,
  DomainEventOutbox,
  DomainEventStore,
  EventTransaction,
  NewDomainEvent,
  RelayClaim,
  ReplayPage,
  ReplayQuery,
} from './DomainEventStore';
