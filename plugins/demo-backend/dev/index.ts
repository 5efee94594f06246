import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';

/**
 * Starts the simulated clusters and the simulated Jenkins:
 *
 *     yarn workspace @backstage-handover/plugin-demo-backend start
 *     curl http://localhost:7007/api/demo/kubernetes/production/api/v1/pods
 *     curl http://localhost:7007/api/demo/jenkins/job/orders/job/order-processing/api/json
 */
const backend = createBackend();

// Requests need no token.
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());

backend.add(import('../src'));

backend.start();
