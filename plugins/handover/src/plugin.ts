import {
  createFrontendFeatureLoader,
  createFrontendModule,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import {
  handoverApi,
  handoverCatalogFilter,
  handoverEntityCard,
  handoverEntityContent,
  handoverEntityIconLink,
  handoverPage,
  handoverSearchResultItem,
  handoverSearchResultType,
  rollUpEntityCard,
} from './extensions';
import { entityContentRouteRef, pageRouteRef } from './routes';

/**
 * The Handover page, tab, card, link and search results for apps on the current
 * frontend system. To change its extensions in code, use this plugin instead of
 * the default export.
 *
 * @public
 */
export const handoverPlugin = createFrontendPlugin({
  pluginId: 'handover',
  title: 'Handover',
  info: { packageJson: () => import('../package.json') },
  routes: { root: pageRouteRef, entityContent: entityContentRouteRef },
  extensions: [
    handoverApi,
    handoverPage,
    handoverEntityContent,
    handoverEntityCard,
    rollUpEntityCard,
    handoverEntityIconLink,
    handoverSearchResultItem,
    handoverSearchResultType,
  ],
});

/**
 * Extensions of a module follow those of every plugin, so the filter comes after
 * the filters of the catalog itself.
 */
const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [handoverCatalogFilter],
});

/**
 * Everything that Handover adds to an app on the current frontend system: the
 * plugin, and its filter for the catalog page.
 *
 * @public
 */
export const handoverFeatures = createFrontendFeatureLoader({
  loader: () => [handoverPlugin, catalogModule],
});
