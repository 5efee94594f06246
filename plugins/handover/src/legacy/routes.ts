import { createRouteRef } from '@backstage/core-plugin-api';

/** The Handover tab of an entity page, for the legacy frontend system. */
export const legacyEntityContentRouteRef = createRouteRef({
  id: 'handover:entity-content',
});
