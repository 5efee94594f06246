export { readEventsConfig, type EventsConfig } from './config';
export { EventRelay } from './EventRelay';
export {
  DatabaseDomainEventStore,
  type DomainEvent,
  type DomainEventOutbox,
  type DomainEventStore,
  type NewDomainEvent,
  type ReplayPage,
  type ReplayQuery,
} from './store';
