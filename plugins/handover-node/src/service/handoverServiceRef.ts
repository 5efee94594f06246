import { createHandoverApi } from '@backstage-handover/plugin-handover-common';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type {
  HandoverService,
  HandoverServiceRequestOptions,
} from './HandoverService';

/**
 * Reads and writes handovers from other backend plugins and modules.
 *
 * It requests the handover backend with a plugin token for the credentials that
 * each method takes, so the permissions of those credentials apply.
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
            return { token, signal };
          },
        }),
    }),
});
