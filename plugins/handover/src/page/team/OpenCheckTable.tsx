import type { OpenCheckPage } from '@backstage-handover/plugin-handover-common';
import { ResponsiveTable, useHandoverTranslation } from '../../components';
import {
  Check,
  Effort,
  Exemption,
  Fix,
  itemsOf,
  Service,
} from './openCheckCells';

/** Checks to be fixed, with what they bring and how to fix them. */
export function OpenCheckTable({ page }: { page: OpenCheckPage }) {
  const { t } = useHandoverTranslation();
  return (
    <ResponsiveTable
      listsUpTo="sm"
      caption={t('page.team.caption')}
      columns={[
        t('page.team.service'),
        t('page.team.check'),
        t('page.team.weight'),
        t('page.team.effort'),
        t('page.team.fix'),
        t('page.team.exemption'),
      ]}
      rows={itemsOf(page).map(item => [
        <Service key="service" {...item} />,
        <Check key="check" {...item} />,
        item.check.weight,
        <Effort key="effort" {...item} />,
        <Fix key="fix" {...item} />,
        <Exemption key="exemption" {...item} />,
      ])}
    />
  );
}
