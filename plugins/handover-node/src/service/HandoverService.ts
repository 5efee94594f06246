import type { HandoverApi } from '@backstage-handover/plugin-handover-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Options of every method of `HandoverService`.
 *
 * @public
 */
export type HandoverServiceRequestOptions = {
  /** The credentials to use: of a user, or of the plugin itself. */
  credentials: BackstageCredentials;
  /** Cancels the request. */
  signal?: AbortSignal;
};

/**
 * The HTTP API of the handover backend for other backend plugins and modules.
 * It has the same domains and methods as `HandoverApi`; every method takes the
 * credentials of the caller as its last argument.
 *
 * @public
 */
export interface HandoverService
  extends HandoverApi<[options: HandoverServiceRequestOptions]> {}
