import { createRouteRef } from '@backstage/core-plugin-api';

/** The Handover tab of an entity page, in the former system's terms. */
export const legacyEntityContentRouteRef = createRouteRef({
  id: 'handover:entity-content',
});
