import {
  type Exemption,
  handoverExemptionApprovePermission,
  handoverExemptionRequestPermission,
} from '@backstage-handover/plugin-handover-common';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { useEffect, useState } from 'react';

/** What the viewer can do with exemptions of an entity. Nothing until it is known. */
export type ExemptionRights = {
  isLoading: boolean;
  canRequest: boolean;
  canApprove: boolean;
  /** Whether the viewer requested it, and thus cannot approve it. */
  isOwn: (exemption: Exemption) => boolean;
};

/** Only hides what would be refused: the backend decides. */
export function useExemptionRights(entityRef: string): ExemptionRights {
  const identity = useApi(identityApiRef);
  const [user, setUser] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    identity.getBackstageIdentity().then(
      ({ userEntityRef }) => isCurrent && setUser(userEntityRef),
      // Without an identity, every exemption counts as somebody else's.
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [identity]);
  const request = usePermission({
    permission: handoverExemptionRequestPermission,
    resourceRef: entityRef,
  });
  const approve = usePermission({
    permission: handoverExemptionApprovePermission,
    resourceRef: entityRef,
  });
  return {
    isLoading: request.loading || approve.loading,
    canRequest: request.allowed,
    canApprove: approve.allowed,
    isOwn: ({ requestedBy }) =>
      requestedBy.toLocaleLowerCase('en-US') ===
      user?.toLocaleLowerCase('en-US'),
  };
}
