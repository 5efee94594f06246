export {
  DatabaseNotificationStore,
  NOTIFICATIONS_TOPIC,
} from './DatabaseNotificationStore';
export type { NotificationStore } from './NotificationStore';
