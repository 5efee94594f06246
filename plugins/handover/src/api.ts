import type { HandoverApi } from '@backstage-handover/plugin-handover-common';
import { createApiRef } from '@backstage/frontend-plugin-api';

/**
 * The handover backend, as the frontend speaks to it.
 *
 * @public
 */
export const handoverApiRef = createApiRef<HandoverApi>().with({
  id: 'plugin.handover.api',
  pluginId: 'handover',
});
