import type { Alerts } from '@backstage-handover/plugin-handover-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

export type AlertsServiceOptions = { credentials: BackstageCredentials };

/** Which alerts of an entity fire. Entity references are full and in lower case. */
export interface AlertsService {
  /**
   * The most urgent first.
   *
   * @throws NotFoundError if the catalog has no such entity
   */
  listAlerts(entityRef: string, options: AlertsServiceOptions): Promise<Alerts>;
}
