import { useRouteRef } from '@backstage/frontend-plugin-api';
import { HandoverCard } from '../card';
import { entityContentRouteRef } from '../routes';

/** The card on an entity page of the current frontend system. */
export function EntityHandoverCard() {
  const tabPath = useRouteRef(entityContentRouteRef);
  // Where the tab is disabled, the path it would have at least stays on the page.
  return <HandoverCard tabPath={tabPath?.() ?? 'handover'} />;
}
