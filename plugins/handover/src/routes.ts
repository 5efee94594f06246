import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The Handover tab of an entity page. */
export const entityContentRouteRef = createRouteRef();
