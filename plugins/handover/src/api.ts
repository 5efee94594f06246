import type { HandoverApi } from '@backstage-handover/plugin-handover-common';
import { createApiRef } from '@backstage/frontend-plugin-api';

/**
 * The client of the handover backend for frontend plugins.
 *
 * @public
 */
export const handoverApiRef = createApiRef<HandoverApi>().with({
  id: 'plugin.handover.api',
  pluginId: 'handover',
});
