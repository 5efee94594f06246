export { readNotificationsConfig, type NotificationsConfig } from './config';
export { createNotifications } from './createNotifications';
export { firstLines } from './firstLines';
export { tabPath } from './tabPath';
export {
  type NewNotification,
  type NotificationOutbox,
  oncePer,
} from './NotificationOutbox';
