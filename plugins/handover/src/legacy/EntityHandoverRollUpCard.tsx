import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { hasRollUp, RollUpCard } from '../rollup';
import { legacyPageRouteRef } from './routes';

/**
 * The roll-up on an entity page of the legacy frontend system. It shows nothing
 * on the page of an entity that no service can be in.
 */
export function EntityHandoverRollUpCard() {
  const { entity } = useEntity();
  const pagePath = useRouteRef(legacyPageRouteRef);
  return hasRollUp(entity) ? <RollUpCard pagePath={pagePath()} /> : null;
}
