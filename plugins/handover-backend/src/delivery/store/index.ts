export { DatabaseDeliveryStore } from './DatabaseDeliveryStore';
export type {
  DeliveryStore,
  EventDeployment,
  EventEffect,
  PageRequest,
  RateLimit,
  StoredEvent,
  StoredProviderState,
} from './DeliveryStore';
export { EVENTS_PROVIDER } from './operations/putEvent';
