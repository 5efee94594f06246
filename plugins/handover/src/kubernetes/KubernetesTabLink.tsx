import type { Entity } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { useHandoverTranslation } from '../components';
import { useKubernetesTab } from './useKubernetesTab';

/** The way to the Kubernetes plugin's own tab. Nothing if the entity has none. */
export function KubernetesTabLink({ entity }: { entity: Entity }) {
  const path = useKubernetesTab(entity);
  return path === undefined ? null : <TabLink entity={entity} path={path} />;
}

function TabLink({ entity, path }: { entity: Entity; path: string }) {
  const { t } = useHandoverTranslation();
  const entityLink = useEntityRefLink();
  const page = entityLink(entity).replace(/\/$/, '');
  return <Link to={`${page}${path}`}>{t('kubernetes.tab')}</Link>;
}
