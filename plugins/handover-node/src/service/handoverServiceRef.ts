import { createHandoverApi } from '@backstage-handover/plugin-handover-common';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type {
  HandoverService,
  HandoverServiceRequestOptions,
} from './HandoverService';

/** How long one request may take. A page of 500 documents takes a second or two. */
const TIMEOUT_MS = 60_000;

/**
 * Reads and writes handovers from other backend plugins and modules.
 *
 * It requests the handover backend with a plugin token for the credentials that
 * each method takes, so the permissions of those credentials apply. A request
 * that takes longer than a minute is aborted.
 *
 * @public
 */
export const handoverServiceRef = createServiceRef<HandoverService>({
  id: 'handover.client',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      factory: ({ auth, discovery }): HandoverService =>
        createHandoverApi<[options: HandoverServiceRequestOptions]>({
          discoveryApi: discovery,
          // A token for each request: it does not outlive a slow loop over pages.
          async authorize({ credentials, signal }) {
            const { token } = await auth.getPluginRequestToken({
              onBehalfOf: credentials,
              targetPluginId: 'handover',
            });
            return { token, signal: withTimeLimit(signal) };
          },
        }),
    }),
});

function withTimeLimit(signal: AbortSignal | undefined): AbortSignal {
  const timeout = new AbortController();
  setTimeout(
    () =>
      timeout.abort(
        new ServiceUnavailableError(
          `The handover backend did not answer within ${
            TIMEOUT_MS / 1000
          } seconds`,
        ),
      ),
    TIMEOUT_MS,
  ).unref();
  return signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal;
}
