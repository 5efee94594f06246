import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isHandoverAvailable } from '../availability';
import { entityContentRouteRef } from '../routes';

export const handoverEntityContent = EntityContentBlueprint.makeWithOverrides({
  factory: (originalFactory, { apis }) =>
    originalFactory({
      path: '/handover',
      title: 'Handover',
      group: 'operation',
      routeRef: entityContentRouteRef,
      filter: entity => isHandoverAvailable(entity, { apis }),
      loader: () => import('../tab').then(({ HandoverTab }) => <HandoverTab />),
    }),
});
