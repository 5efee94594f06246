import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { orderProcessingEntity } from '../src/__testUtils__/handoverApi';
import { handoverApiRef } from '../src';
import { exampleHandoverApi } from './exampleHandoverApi';

/** Replace the clients that call a backend. */
export const exampleApis = [
  createFrontendModule({
    pluginId: 'catalog',
    extensions: [
      ApiBlueprint.make({
        params: define =>
          define({
            api: catalogApiRef,
            deps: {},
            factory: () =>
              catalogApiMock({ entities: [orderProcessingEntity] }),
          }),
      }),
    ],
  }),
  createFrontendModule({
    pluginId: 'handover',
    extensions: [
      ApiBlueprint.make({
        params: define =>
          define({
            api: handoverApiRef,
            deps: {},
            factory: exampleHandoverApi,
          }),
      }),
    ],
  }),
];
