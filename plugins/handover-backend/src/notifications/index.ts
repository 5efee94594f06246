export { readNotificationsConfig, type NotificationsConfig } from './config';
export { createNotifications } from './createNotifications';
export {
  type NewNotification,
  type NotificationOutbox,
  oncePer,
} from './NotificationOutbox';
