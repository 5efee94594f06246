import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isHandoverAvailable } from '../availability';

export const handoverEntityCard = EntityCardBlueprint.makeWithOverrides({
  factory: (originalFactory, { apis }) =>
    originalFactory({
      type: 'info',
      filter: entity => isHandoverAvailable(entity, { apis }),
      loader: () =>
        import('./EntityHandoverCard').then(({ EntityHandoverCard }) => (
          <EntityHandoverCard />
        )),
    }),
});
