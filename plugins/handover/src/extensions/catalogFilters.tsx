import { CatalogFilterBlueprint } from '@backstage/plugin-catalog-react/alpha';

export const handoverCatalogFilter = CatalogFilterBlueprint.make({
  params: {
    loader: () =>
      import('../catalog').then(({ HandoverStatusPicker }) => (
        <HandoverStatusPicker />
      )),
  },
});
