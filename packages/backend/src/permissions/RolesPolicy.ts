import {
  createHandoverConditionalDecision,
  handoverConditions,
} from '@backstage-handover/plugin-handover-backend';
import {
  handoverDocumentUpdatePermission,
  handoverExemptionApprovePermission,
  handoverExemptionRequestPermission,
  handoverInitiativeManagePermission,
} from '@backstage-handover/plugin-handover-common';
import {
  AuthorizeResult,
  isPermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import type { Roles } from './config';

/**
 * Everybody reads everything. Owners change their handovers and request
 * exemptions, approvers decide about exemptions, administrators do all of that
 * and manage initiatives.
 */
export class RolesPolicy implements PermissionPolicy {
  readonly #roles: Roles;

  constructor(roles: Roles) {
    this.#roles = roles;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    const isOneOf = (role: ReadonlySet<string>) =>
      claims.some(claim => role.has(claim));

    if (isOneOf(this.#roles.administrators)) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (isPermission(permission, handoverInitiativeManagePermission)) {
      return { result: AuthorizeResult.DENY };
    }
    if (isPermission(permission, handoverExemptionApprovePermission)) {
      return {
        result: isOneOf(this.#roles.approvers)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      };
    }
    if (
      isPermission(permission, handoverDocumentUpdatePermission) ||
      isPermission(permission, handoverExemptionRequestPermission)
    ) {
      return createHandoverConditionalDecision(
        permission,
        handoverConditions.isOwner({ claims }),
      );
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
