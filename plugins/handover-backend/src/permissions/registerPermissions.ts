import {
  handoverDeliveryReportPermission,
  handoverInitiativeManagePermission,
  handoverPermissions,
} from '@backstage-handover/plugin-handover-common';
import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import type { EntitiesService } from '../entities/EntitiesService';
import { handoverDocumentResourceRef, handoverPermissionRules } from './rules';

/** Tells the permission framework of Handover's permissions, rules and resources. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  entities: Pick<EntitiesService, 'getResources'>;
}): void {
  const { permissionsRegistry, entities } = options;
  permissionsRegistry.addPermissions([
    handoverDeliveryReportPermission,
    handoverInitiativeManagePermission,
  ]);
  permissionsRegistry.addResourceType({
    resourceRef: handoverDocumentResourceRef,
    permissions: handoverPermissions,
    rules: Object.values(handoverPermissionRules),
    async getResources(entityRefs) {
      const found = await entities.getResources(entityRefs);
      return entityRefs.map(ref => found.get(ref.toLocaleLowerCase('en-US')));
    },
  });
}
