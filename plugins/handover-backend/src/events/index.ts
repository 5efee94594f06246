export { readEventsConfig, type EventsConfig } from './config';
export { EventRelay } from './EventRelay';
export {
  DatabaseDomainEventStore,
  type DomainEventOutbox,
  type DomainEventStore,
  type NewDomainEvent,
  type ReplayQuery,
} from './store';
