import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import {
  handoverApi,
  handoverEntityCard,
  handoverEntityContent,
} from './extensions';
import { entityContentRouteRef } from './routes';

/**
 * The Handover tab and card for apps on the current frontend system.
 *
 * @public
 */
export const handoverPlugin = createFrontendPlugin({
  pluginId: 'handover',
  title: 'Handover',
  info: { packageJson: () => import('../package.json') },
  routes: { entityContent: entityContentRouteRef },
  extensions: [handoverApi, handoverEntityContent, handoverEntityCard],
});
