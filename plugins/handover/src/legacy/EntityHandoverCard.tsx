import { useApiHolder, useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { isHandoverAvailable } from '../availability';
import { HandoverCard } from '../card';
import { legacyEntityContentRouteRef } from './routes';

/**
 * The card on an entity page of the legacy frontend system. It shows nothing on
 * the page of an entity that cannot have a handover.
 */
export function EntityHandoverCard() {
  const { entity } = useEntity();
  const apis = useApiHolder();
  const tabPath = useRouteRef(legacyEntityContentRouteRef);
  return isHandoverAvailable(entity, { apis }) ? (
    <HandoverCard tabPath={tabPath()} />
  ) : null;
}
