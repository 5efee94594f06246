import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isHandoverAvailable } from '../availability';
import { entityContentRouteRef } from '../routes';

export const handoverEntityContent = EntityContentBlueprint.make({
  params: {
    path: '/handover',
    title: 'Handover',
    group: 'operation',
    routeRef: entityContentRouteRef,
    filter: isHandoverAvailable,
    loader: () => import('../tab').then(({ HandoverTab }) => <HandoverTab />),
  },
});
