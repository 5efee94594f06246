import {
  routeResolutionApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { pageRouteRef } from '../../routes';

/** Where the page is unless an app says otherwise, as in notifications. */
const USUAL_PATH = '/handover';

/** The address of an initiative on the page of all handovers. */
export function useInitiativeHref(): (id: string) => string {
  // Apps on the legacy frontend system have no such API.
  const routes = useApiHolder().get(routeResolutionApiRef);
  const path = routes?.resolve(pageRouteRef)?.() ?? USUAL_PATH;
  return id => `${path}?view=initiatives&initiative=${encodeURIComponent(id)}`;
}
