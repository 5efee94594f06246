import { handoverInitiativeManagePermission } from '@backstage-handover/plugin-handover-common';
import { usePermission } from '@backstage/plugin-permission-react';

/** Whether the viewer may manage initiatives. Only hides what the backend would refuse. */
export function useManages(): { isKnown: boolean; manages: boolean } {
  const { loading, allowed } = usePermission({
    permission: handoverInitiativeManagePermission,
  });
  return { isKnown: !loading, manages: allowed };
}
