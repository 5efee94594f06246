import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/**
 * Starts the catalog with the repository's examples, the handover backend, and
 * this module, which adds the status and the levels of each handover to its
 * entity:
 *
 *     yarn workspace @backstage-handover/plugin-catalog-backend-module-handover start
 *     curl http://localhost:7007/api/catalog/entities/by-name/component/default/order-processing
 */
const backend = createBackend();

// Requests need no token, and everything is allowed.
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
);

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage-handover/plugin-handover-backend'));
backend.add(import('../src'));

backend.start();
