import type {
  OnCall,
  OnCallPage,
  PageOnCallRequest,
} from '@backstage-handover/plugin-handover-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

export type OnCallServiceOptions = { credentials: BackstageCredentials };

/** Who is on call. Entity references are full and in lower case. */
export interface OnCallService {
  /** @throws NotFoundError if the catalog has no such entity. */
  getOnCall(entityRef: string, options: OnCallServiceOptions): Promise<OnCall>;

  /**
   * Pages the people on call, once.
   *
   * @throws PageOutcomeUnknownError if the page may have gone out. With any other
   *   error, nobody was paged.
   */
  page(
    entityRef: string,
    request: PageOnCallRequest,
    options: OnCallServiceOptions,
  ): Promise<OnCallPage>;
}
