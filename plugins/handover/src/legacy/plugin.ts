import { HandoverClient } from '@backstage-handover/plugin-handover-common';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { handoverApiRef } from '../api';
import { legacyEntityContentRouteRef } from './routes';

/**
 * The plugin for apps on the former frontend system.
 *
 * @public
 */
export const handoverPlugin = createPlugin({
  id: 'handover',
  apis: [
    createApiFactory({
      api: handoverApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new HandoverClient({ discoveryApi, fetchApi }),
    }),
  ],
  routes: { entityContent: legacyEntityContentRouteRef },
});

/**
 * The tab, to be put into an `EntityLayout.Route`.
 *
 * @public
 */
export const EntityHandoverContent = handoverPlugin.provide(
  createRoutableExtension({
    name: 'EntityHandoverContent',
    component: () => import('../tab').then(({ HandoverTab }) => HandoverTab),
    mountPoint: legacyEntityContentRouteRef,
  }),
);

/**
 * The card, to be put on an entity's overview.
 *
 * @public
 */
export const EntityHandoverCard = handoverPlugin.provide(
  createComponentExtension({
    name: 'EntityHandoverCard',
    component: {
      lazy: () =>
        import('./EntityHandoverCard').then(
          module => module.EntityHandoverCard,
        ),
    },
  }),
);
