import type { OnCall } from '@backstage-handover/plugin-handover-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

export type OnCallServiceOptions = { credentials: BackstageCredentials };

/** Who is on call. Entity references are full and in lower case. */
export interface OnCallService {
  /** @throws NotFoundError if the catalog has no such entity. */
  getOnCall(entityRef: string, options: OnCallServiceOptions): Promise<OnCall>;
}
