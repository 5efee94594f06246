import { useRouteRef } from '@backstage/core-plugin-api';
import { HandoverCard } from '../card';
import { legacyEntityContentRouteRef } from './routes';

/** The card on an entity page of the former frontend system. */
export function EntityHandoverCard() {
  const tabPath = useRouteRef(legacyEntityContentRouteRef);
  return <HandoverCard tabPath={tabPath()} />;
}
