import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/**
 * Starts the handover backend with this module and a catalog of one component.
 * Configure a Prometheus in app-config.local.yaml and store a handover with queries
 * through the API to read something real.
 *
 *     yarn workspace @backstage-handover/plugin-handover-backend-module-prometheus start
 *     curl http://localhost:7007/api/handover/triggers/component/default/orders
 */
const backend = createBackend();

// Requests need no token, and everything is allowed.
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
);

backend.add(
  catalogServiceMock.factory({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'orders',
          namespace: 'default',
        },
        spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
      },
    ],
  }),
);
backend.add(import('@backstage-handover/plugin-handover-backend'));
backend.add(import('../src'));

backend.start();
