import type { handoverDocumentReadPermission } from '@backstage-handover/plugin-handover-common';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { useEffect, useState } from 'react';

/** A permission on one entity's handover. */
type HandoverPermission = typeof handoverDocumentReadPermission;

/** What the viewer can do with requests about an entity. Nothing until it is known. */
export type Rights = {
  isLoading: boolean;
  canRequest: boolean;
  canApprove: boolean;
  /** Whether the viewer requested it, and thus cannot approve it. */
  isOwn: (request: { requestedBy: string }) => boolean;
};

/** Only hides what would be refused: the backend decides. */
export function useRights(
  entityRef: string,
  permissions: { request: HandoverPermission; approve: HandoverPermission },
): Rights {
  const identity = useApi(identityApiRef);
  const [user, setUser] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    identity.getBackstageIdentity().then(
      ({ userEntityRef }) => isCurrent && setUser(userEntityRef),
      // Without an identity, every request counts as somebody else's.
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [identity]);
  const request = usePermission({
    permission: permissions.request,
    resourceRef: entityRef,
  });
  const approve = usePermission({
    permission: permissions.approve,
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
