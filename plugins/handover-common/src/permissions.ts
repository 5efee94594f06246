import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of the permissions for one entity's handover.
 *
 * @public
 */
export const RESOURCE_TYPE_HANDOVER_DOCUMENT = 'handover-document';

/**
 * Permission to read an entity's handover: its state, revisions and
 * deployments.
 *
 * @public
 */
export const handoverDocumentReadPermission = createPermission({
  name: 'handover.document.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_HANDOVER_DOCUMENT,
});

/**
 * Permission to store a new revision of an entity's handover in the portal.
 *
 * @public
 */
export const handoverDocumentUpdatePermission = createPermission({
  name: 'handover.document.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_HANDOVER_DOCUMENT,
});

/**
 * Permission to ask the gate whether an entity can be changed, and to read its
 * windows.
 *
 * @public
 */
export const handoverGateDecidePermission = createPermission({
  name: 'handover.gate.decide',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_HANDOVER_DOCUMENT,
});

/**
 * Permission to request an exemption of the entity from a check of a scorecard,
 * and to withdraw it.
 *
 * @public
 */
export const handoverExemptionRequestPermission = createPermission({
  name: 'handover.exemption.request',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_HANDOVER_DOCUMENT,
});

/**
 * Permission to approve, deny and revoke exemptions of the entity.
 *
 * @public
 */
export const handoverExemptionApprovePermission = createPermission({
  name: 'handover.exemption.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_HANDOVER_DOCUMENT,
});

/**
 * Permission to request an override of the entity's closed gate, and to withdraw
 * it.
 *
 * @public
 */
export const handoverOverrideRequestPermission = createPermission({
  name: 'handover.override.request',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_HANDOVER_DOCUMENT,
});

/**
 * Permission to approve, deny and revoke overrides of the entity's closed gate.
 *
 * @public
 */
export const handoverOverrideApprovePermission = createPermission({
  name: 'handover.override.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_HANDOVER_DOCUMENT,
});

/**
 * Permission to page whoever is on call for the entity.
 *
 * @public
 */
export const handoverOnCallPagePermission = createPermission({
  name: 'handover.oncall.page',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_HANDOVER_DOCUMENT,
});

/**
 * Permission for services to report what was built and deployed.
 *
 * @public
 */
export const handoverDeliveryReportPermission = createPermission({
  name: 'handover.delivery.report',
  attributes: { action: 'create' },
});

/**
 * Permission to create, change, publish and close initiatives.
 *
 * @public
 */
export const handoverInitiativeManagePermission = createPermission({
  name: 'handover.initiative.manage',
  attributes: { action: 'update' },
});

/**
 * The permissions for one entity's handover.
 *
 * @public
 */
export const handoverPermissions = [
  handoverDocumentReadPermission,
  handoverDocumentUpdatePermission,
  handoverGateDecidePermission,
  handoverExemptionRequestPermission,
  handoverExemptionApprovePermission,
  handoverOverrideRequestPermission,
  handoverOverrideApprovePermission,
  handoverOnCallPagePermission,
];
