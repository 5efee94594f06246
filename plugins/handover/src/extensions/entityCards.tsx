import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isHandoverAvailable } from '../availability';
import { hasRollUp } from '../rollup/scopeOf';

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

export const rollUpEntityCard = EntityCardBlueprint.make({
  name: 'roll-up',
  params: {
    type: 'content',
    filter: hasRollUp,
    loader: () =>
      import('./EntityRollUpCard').then(({ EntityRollUpCard }) => (
        <EntityRollUpCard />
      )),
  },
});
