import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of all handovers. */
export const pageRouteRef = createRouteRef();

/** The Handover tab of an entity page. */
export const entityContentRouteRef = createRouteRef();
