import {
  createHandoverConditionalDecision,
  handoverConditions,
} from '@backstage-handover/plugin-handover-backend';
import {
  handoverDeliveryReportPermission,
  handoverDocumentReadPermission,
  handoverDocumentUpdatePermission,
  handoverExemptionApprovePermission,
  handoverExemptionRequestPermission,
  handoverGateDecidePermission,
  handoverOnCallPagePermission,
  handoverOverrideApprovePermission,
  handoverOverrideRequestPermission,
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

/** What everybody may do with handovers. Reports of deployments come from services. */
const OPEN = new Set(
  [
    handoverDocumentReadPermission,
    handoverGateDecidePermission,
    handoverDeliveryReportPermission,
  ].map(({ name }) => name),
);

/**
 * Everybody reads all handovers. Owners change theirs, request exemptions and
 * overrides of the gate and page, approvers decide on exemptions and overrides and
 * page for every service, administrators do all of that and manage initiatives. The
 * permissions of other plugins are open to everybody.
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
    if (
      isPermission(permission, handoverExemptionApprovePermission) ||
      isPermission(permission, handoverOverrideApprovePermission)
    ) {
      return {
        result: isOneOf(this.#roles.approvers)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      };
    }
    if (
      isPermission(permission, handoverOnCallPagePermission) &&
      isOneOf(this.#roles.approvers)
    ) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (
      isPermission(permission, handoverDocumentUpdatePermission) ||
      isPermission(permission, handoverOnCallPagePermission) ||
      isPermission(permission, handoverExemptionRequestPermission) ||
      isPermission(permission, handoverOverrideRequestPermission)
    ) {
      return createHandoverConditionalDecision(
        permission,
        handoverConditions.isOwner({ claims }),
      );
    }
    // What later versions of Handover protect stays closed until it has a role.
    return {
      result:
        permission.name.startsWith('handover.') && !OPEN.has(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    };
  }
}
