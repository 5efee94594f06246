import { HandoverClient } from '@backstage-handover/plugin-handover-common';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import { handoverApiRef } from '../api';
import { isHandoverResult } from '../search/isHandoverResult';
import { legacyEntityContentRouteRef, legacyPageRouteRef } from './routes';

/**
 * The plugin for apps on the legacy frontend system.
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
  routes: {
    root: legacyPageRouteRef,
    entityContent: legacyEntityContentRouteRef,
  },
});

/**
 * The page of all handovers. Put it in a `Route` of the app.
 *
 * @public
 */
export const HandoverPage = handoverPlugin.provide(
  createRoutableExtension({
    name: 'HandoverPage',
    component: () =>
      import('./HandoverPage').then(module => module.HandoverPage),
    mountPoint: legacyPageRouteRef,
  }),
);

/**
 * The tab. Put it in an `EntityLayout.Route` on the pages of the kinds in
 * `handover.documents.kinds`. Its properties `panels` and `cells` add to it.
 *
 * @public
 */
export const EntityHandoverContent = handoverPlugin.provide(
  createRoutableExtension({
    name: 'EntityHandoverContent',
    component: () =>
      import('./EntityHandoverContent').then(
        module => module.EntityHandoverContent,
      ),
    mountPoint: legacyEntityContentRouteRef,
  }),
);

/**
 * The card. Put it on an entity's overview; it shows nothing if the entity cannot
 * have a handover.
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

/**
 * How far the handovers of services are. Put it on the overview of groups, systems
 * and domains; a group counts with every group below it. It shows nothing on the
 * page of any other kind, and needs `HandoverPage` in the routes of the app.
 *
 * @public
 */
export const EntityHandoverRollUpCard = handoverPlugin.provide(
  createComponentExtension({
    name: 'EntityHandoverRollUpCard',
    component: {
      lazy: () =>
        import('./EntityHandoverRollUpCard').then(
          module => module.EntityHandoverRollUpCard,
        ),
    },
  }),
);

/**
 * A search result of the type `handover`. Put it in the results list of the
 * search page.
 *
 * @public
 */
export const HandoverSearchResultListItem = handoverPlugin.provide(
  createSearchResultListItemExtension({
    name: 'HandoverSearchResultListItem',
    component: () =>
      import('../search').then(module => module.HandoverSearchResultItem),
    predicate: isHandoverResult,
  }),
);
