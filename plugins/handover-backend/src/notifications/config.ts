import type { Config } from '@backstage/config';

/** The keys under `handover.notifications`. */
export type NotificationsConfig = {
  /** Whether notifications are sent. */
  enabled: boolean;
};

/** Reads and checks `handover.notifications`. */
export function readNotificationsConfig(config: Config): NotificationsConfig {
  return {
    enabled:
      config.getOptionalBoolean('handover.notifications.enabled') ?? false,
  };
}
