import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isHandoverAvailable } from '../availability';

export const handoverEntityCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: isHandoverAvailable,
    loader: () =>
      import('./EntityHandoverCard').then(({ EntityHandoverCard }) => (
        <EntityHandoverCard />
      )),
  },
});
