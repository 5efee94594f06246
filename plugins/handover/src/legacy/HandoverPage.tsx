import { Content, Header, Page } from '@backstage/core-components';
import { useHandoverTranslation } from '../components';
import { FleetPage } from '../page';

/** The page of all handovers, for the legacy frontend system. */
export function HandoverPage() {
  const { t } = useHandoverTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} />
      <Content>
        <FleetPage />
      </Content>
    </Page>
  );
}
