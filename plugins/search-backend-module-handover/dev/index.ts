import { createBackend } from '@backstage/backend-defaults';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/**
 * Starts the search and the handover backend with this module. The catalog has one
 * component, whose handover is read from the repository's examples:
 *
 *     yarn workspace @backstage-handover/plugin-search-backend-module-handover start
 *     curl 'http://localhost:7007/api/search/query?term=rollback'
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
          name: 'order-processing',
          namespace: 'default',
          annotations: {
            'backstage.io/managed-by-location': `file:${resolvePackagePath(
              '@backstage-handover/plugin-search-backend-module-handover',
              '../../examples/services/order-processing/catalog-info.yaml',
            )}`,
            'handover.dev/ref': './handover.yaml',
          },
        },
        spec: { type: 'service', lifecycle: 'production', owner: 'platform' },
      },
    ],
  }),
);
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage-handover/plugin-handover-backend'));
backend.add(import('../src'));

backend.start();
