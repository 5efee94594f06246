import { createRouteRef } from '@backstage/core-plugin-api';

/** The page of all handovers, for the legacy frontend system. */
export const legacyPageRouteRef = createRouteRef({ id: 'handover:page' });

/** The Handover tab of an entity page, for the legacy frontend system. */
export const legacyEntityContentRouteRef = createRouteRef({
  id: 'handover:entity-content',
});
