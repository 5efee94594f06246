import type { RollbackTriggers } from '@backstage-handover/plugin-handover-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

export type TriggersServiceOptions = { credentials: BackstageCredentials };

/** Which rollback triggers of an entity are met. Entity references are full and in lower case. */
export interface TriggersService {
  /** @throws NotFoundError if the catalog has no such entity */
  getTriggers(
    entityRef: string,
    options: TriggersServiceOptions,
  ): Promise<RollbackTriggers>;
}
