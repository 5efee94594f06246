import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import {
  handoverApi,
  handoverCatalogFilter,
  handoverEntityCard,
  handoverEntityContent,
  handoverEntityIconLink,
  handoverSearchResultItem,
  handoverSearchResultType,
} from './extensions';
import { entityContentRouteRef } from './routes';

/**
 * The Handover tab, card, link and search results for apps on the current
 * frontend system.
 *
 * @public
 */
export const handoverPlugin = createFrontendPlugin({
  pluginId: 'handover',
  title: 'Handover',
  info: { packageJson: () => import('../package.json') },
  routes: { entityContent: entityContentRouteRef },
  extensions: [
    handoverApi,
    handoverCatalogFilter,
    handoverEntityContent,
    handoverEntityCard,
    handoverEntityIconLink,
    handoverSearchResultItem,
    handoverSearchResultType,
  ],
});
