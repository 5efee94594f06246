export { DatabaseDeliveryStore } from './DatabaseDeliveryStore';
export type {
  DeliveryStore,
  EventDeployment,
  EventEffect,
  PageRequest,
  StoredEvent,
  StoredProviderState,
} from './DeliveryStore';
export { EVENTS_PROVIDER } from './operations/putEvent';
