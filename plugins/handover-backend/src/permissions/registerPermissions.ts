import {
  type DocumentSummary,
  handoverDeliveryReportPermission,
  handoverPermissions,
} from '@backstage-handover/plugin-handover-common';
import type {
  AuthService,
  PermissionsRegistryService,
} from '@backstage/backend-plugin-api';
import type { DocumentsService } from '../documents/DocumentsService';
import { handoverDocumentResourceRef, handoverPermissionRules } from './rules';

/** Tells the permission framework of Handover's permissions, rules and resources. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  /** Without authorization: this is what authorization is made of. */
  documents: Pick<DocumentsService, 'listDocuments'>;
  auth: AuthService;
}): void {
  const { permissionsRegistry, documents, auth } = options;
  permissionsRegistry.addPermissions([handoverDeliveryReportPermission]);
  permissionsRegistry.addResourceType({
    resourceRef: handoverDocumentResourceRef,
    permissions: handoverPermissions,
    rules: Object.values(handoverPermissionRules),
    async getResources(entityRefs) {
      const credentials = await auth.getOwnServiceCredentials();
      const found = new Map<string, DocumentSummary>();
      for (let start = 0; start < entityRefs.length; start += 500) {
        const values = entityRefs.slice(start, start + 500);
        const { items } = await documents.listDocuments(
          { filter: { key: 'entityRef', values }, limit: 500 },
          { credentials },
        );
        items.forEach(item => found.set(item.entityRef, item));
      }
      return entityRefs.map(ref => found.get(ref.toLocaleLowerCase('en-US')));
    },
  });
}
