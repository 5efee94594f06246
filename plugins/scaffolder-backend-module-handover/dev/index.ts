import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/**
 * Starts the scaffolder and the handover backend with this module and an empty
 * catalog:
 *
 *     yarn workspace @backstage-handover/plugin-scaffolder-backend-module-handover start
 *     curl http://localhost:7007/api/scaffolder/v2/actions
 */
const backend = createBackend();

// Requests need no token, and everything is allowed.
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
);

backend.add(catalogServiceMock.factory());
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage-handover/plugin-handover-backend'));
backend.add(import('../src'));

backend.start();
