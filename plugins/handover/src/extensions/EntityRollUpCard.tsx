import { useRouteRef } from '@backstage/frontend-plugin-api';
import { RollUpCard } from '../rollup';
import { pageRouteRef } from '../routes';

/** The roll-up on an entity page of the current frontend system. */
export function EntityRollUpCard() {
  const pagePath = useRouteRef(pageRouteRef);
  return <RollUpCard pagePath={pagePath?.()} />;
}
