import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  handoverDocumentReadPermission,
  handoverDocumentUpdatePermission,
  handoverExemptionApprovePermission,
  handoverExemptionRequestPermission,
  handoverDeliveryReportPermission,
  handoverGateDecidePermission,
  handoverInitiativeManagePermission,
  handoverOnCallPagePermission,
  handoverOverrideApprovePermission,
  handoverOverrideRequestPermission,
  handoverPermissions,
} from '@backstage-handover/plugin-handover-common';
import type {
  PermissionPolicy,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { createPermission } from '@backstage/plugin-permission-common';
import { permissionModuleRoles } from './module';

/** Of another plugin. */
const OTHER = createPermission({
  name: 'catalog.entity.delete',
  attributes: { action: 'delete' },
});

const LATER = createPermission({
  name: 'handover.later.change',
  attributes: { action: 'update' },
});

const PERMISSIONS = [
  handoverDocumentReadPermission,
  handoverDocumentUpdatePermission,
  handoverExemptionRequestPermission,
  handoverExemptionApprovePermission,
  handoverInitiativeManagePermission,
  LATER,
  handoverGateDecidePermission,
  handoverDeliveryReportPermission,
  OTHER,
  handoverOnCallPagePermission,
  handoverOverrideRequestPermission,
  handoverOverrideApprovePermission,
];

/** What somebody with these claims may do, in the order of `PERMISSIONS`. */
async function decisionsFor(claims: string[], roles?: object) {
  let policy: PermissionPolicy | undefined;
  const backend = await startTestBackend({
    extensionPoints: [
      [policyExtensionPoint, { setPolicy: given => (policy = given) }],
    ],
    features: [
      permissionModuleRoles,
      mockServices.rootConfig.factory({ data: { permission: { roles } } }),
    ],
  });
  await backend.stop();
  const user = { info: { ownershipEntityRefs: claims } } as PolicyQueryUser;
  const decisions = await Promise.all(
    PERMISSIONS.map(permission => policy!.handle({ permission }, user)),
  );
  return decisions.map(decision =>
    'conditions' in decision ? decision.conditions : decision.result,
  );
}

const roles = {
  administrators: ['group:default/Platform'],
  approvers: ['group:default/devops', 'user:default/eve'],
};
const ownedBy = (...claims: string[]) => ({
  rule: 'IS_OWNER',
  resourceType: 'handover-document',
  params: { claims },
});

it('lets administrators do everything', async () => {
  expect(await decisionsFor(['group:default/platform'], roles)).toEqual(
    PERMISSIONS.map(() => 'ALLOW'),
  );
});

it.each([
  ['group:default/devops', 'ALLOW'],
  ['user:default/eve', 'ALLOW'],
  ['group:default/shop', 'DENY'],
])(
  'lets %s read everything, write and page its own, and for exemptions, overrides and all pages says %s',
  async (claim, approve) => {
    const own = ownedBy(claim);
    expect(await decisionsFor([claim], roles)).toEqual([
      'ALLOW',
      own,
      own,
      approve,
      'DENY',
      'DENY',
      'ALLOW',
      'ALLOW',
      'ALLOW',
      approve === 'ALLOW' ? 'ALLOW' : own,
      own,
      approve,
    ]);
  },
);

it('gives nobody a role that is not configured', async () => {
  expect((await decisionsFor(['group:default/platform'])).slice(3, 6)).toEqual([
    'DENY',
    'DENY',
    'DENY',
  ]);
});

it.each([
  ['administrators', 'group:'],
  // A user or a group? As the wrong one, nobody would have the role.
  ['approvers', 'eve'],
])('names the key of a reference in %s that is none: %s', async (role, ref) => {
  await expect(decisionsFor([], { [role]: [ref] })).rejects.toThrow(
    `Invalid reference '${ref}' at 'permission.roles.${role}'`,
  );
});

it('decides about every permission of handovers', () => {
  expect(PERMISSIONS).toEqual(expect.arrayContaining(handoverPermissions));
});
