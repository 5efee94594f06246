import {
  type DocumentSummary,
  handoverPermissions,
} from '@backstage-handover/plugin-handover-common';
import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import type { DocumentStore } from '../documents/store';
import { handoverDocumentResourceRef, handoverPermissionRules } from './rules';

/** Tells the permission framework of Handover's permissions, rules and resources. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  store: Pick<DocumentStore, 'list'>;
}): void {
  const { permissionsRegistry, store } = options;
  permissionsRegistry.addResourceType({
    resourceRef: handoverDocumentResourceRef,
    permissions: handoverPermissions,
    rules: Object.values(handoverPermissionRules),
    async getResources(entityRefs) {
      const found = new Map<string, DocumentSummary>();
      for (let start = 0; start < entityRefs.length; start += 500) {
        const values = entityRefs.slice(start, start + 500);
        const { items } = await store.list({
          filter: { key: 'entityRef', values },
          limit: 500,
        });
        items.forEach(item => found.set(item.entityRef, item));
      }
      return entityRefs.map(ref => found.get(ref.toLocaleLowerCase('en-US')));
    },
  });
}
