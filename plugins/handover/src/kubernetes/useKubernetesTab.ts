import type { Entity } from '@backstage/catalog-model';
import {
  appTreeApiRef,
  coreExtensionData,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** The id that the Kubernetes plugin gives its tab. */
const TAB = 'entity-content:kubernetes/kubernetes';

/**
 * The path of the Kubernetes plugin's tab below the page of an entity, such as
 * `/kubernetes`. Undefined if the app or the entity has no such tab, or if
 * nobody can tell, as in apps on the legacy frontend system.
 */
export function useKubernetesTab(entity: Entity): string | undefined {
  const tab = useApiHolder()
    .get(appTreeApiRef)
    ?.getTree()
    .tree.nodes.get(TAB)?.instance;
  const path = tab?.getData(coreExtensionData.routePath);
  const { filterFunction, filterExpression } = EntityContentBlueprint.dataRefs;
  const isShown =
    tab?.getData(filterFunction)?.(entity) ?? !tab?.getData(filterExpression);
  return path && isShown ? `/${path.replace(/^\/+/, '')}` : undefined;
}
