import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of the permissions on one entity's handover.
 *
 * @public
 */
export const RESOURCE_TYPE_HANDOVER_DOCUMENT = 'handover-document';

/**
 * To read an entity's handover: state, revisions, and its calendar.
 *
 * @public
 */
export const handoverDocumentReadPermission = createPermission({
  name: 'handover.document.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_HANDOVER_DOCUMENT,
});

/**
 * To store a new revision of an entity's handover in the portal.
 *
 * @public
 */
export const handoverDocumentUpdatePermission = createPermission({
  name: 'handover.document.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_HANDOVER_DOCUMENT,
});

/**
 * To ask the gate whether an entity may be changed.
 *
 * @public
 */
export const handoverGateDecidePermission = createPermission({
  name: 'handover.gate.decide',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_HANDOVER_DOCUMENT,
});

/**
 * To tell, as a machine, what was built and deployed.
 *
 * @public
 */
export const handoverDeliveryReportPermission = createPermission({
  name: 'handover.delivery.report',
  attributes: { action: 'create' },
});

/**
 * The permissions on one entity's handover.
 *
 * @public
 */
export const handoverPermissions = [
  handoverDocumentReadPermission,
  handoverDocumentUpdatePermission,
  handoverGateDecidePermission,
];
