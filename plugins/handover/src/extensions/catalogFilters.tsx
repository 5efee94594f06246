import { CatalogFilterBlueprint } from '@backstage/plugin-catalog-react/alpha';

export const handoverCatalogFilter = CatalogFilterBlueprint.make({
  name: 'handover',
  params: {
    loader: () =>
      import('../catalog').then(({ HandoverStatusPicker }) => (
        <HandoverStatusPicker />
      )),
  },
});
