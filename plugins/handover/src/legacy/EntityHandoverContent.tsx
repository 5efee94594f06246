import { useApiHolder } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { isHandoverAvailable } from '../availability';
import { Notice, useHandoverTranslation } from '../components';
import { HandoverTab, type HandoverTabProps } from '../tab';

/**
 * The tab on an entity page of the legacy frontend system. The page cannot ask
 * the configuration whether to show a tab, so the tab explains it.
 */
export function EntityHandoverContent(props: HandoverTabProps) {
  const { entity } = useEntity();
  const apis = useApiHolder();
  const { t } = useHandoverTranslation();
  if (isHandoverAvailable(entity, { apis })) {
    return <HandoverTab {...props} />;
  }
  return (
    <Notice severity="warning" title={t('tab.unavailable.title')}>
      <p>{t('tab.unavailable.explanation', { kind: entity.kind })}</p>
    </Notice>
  );
}
