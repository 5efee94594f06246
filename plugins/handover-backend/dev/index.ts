import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/**
 * The plugin alone, with a catalog of one component that has no file, so that its
 * handover can be written through the API:
 *
 *     yarn workspace @backstage-handover/plugin-handover-backend start
 *     curl http://localhost:7007/api/handover/documents/component/default/orders
 */
const backend = createBackend();

// Everybody may ask, without a token.
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  mockServices.rootConfig.factory({
    data: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: {
        baseUrl: 'http://localhost:7007',
        listen: ':7007',
        database: { client: 'better-sqlite3', connection: ':memory:' },
      },
    },
  }),
);
backend.add(
  catalogServiceMock.factory({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'orders', namespace: 'default' },
        spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
        relations: [{ type: 'ownedBy', targetRef: 'group:default/shop' }],
      },
    ],
  }),
);
backend.add(import('../src'));

backend.start();
