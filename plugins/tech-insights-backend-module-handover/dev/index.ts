import techInsightsPlugin from '@backstage-community/plugin-tech-insights-backend';
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';

/**
 * Starts Tech Insights and the handover backend with this module, which offers the
 * facts of handovers once they are retrieved:
 *
 *     yarn workspace @backstage-handover/plugin-tech-insights-backend-module-handover start
 *     curl http://localhost:7007/api/tech-insights/fact-schemas
 *
 * There is no catalog, so no handover is found.
 */
const backend = createBackend();

// Requests need no token, and everything is allowed.
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(mockServices.permissions.factory());

backend.add(techInsightsPlugin);
backend.add(import('@backstage-handover/plugin-handover-backend'));
backend.add(import('../src'));

backend.start();
