import type {
  EntityChange,
  ScorecardDetails,
} from '@backstage-handover/plugin-handover-common';
import {
  formatPercent,
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../../../components';
import { EntityLink, ServiceName } from '../../services/cells';
import { ChangeMark } from './ChangeMark';

/** Services whose score changed most. Nothing if none did. */
export function ServiceChangeTable({
  scorecard: { title, levels },
  changes,
}: {
  scorecard: ScorecardDetails;
  changes: readonly EntityChange[];
}) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  if (changes.length === 0) {
    return null;
  }
  const levelText = (level: string | undefined) =>
    level === undefined
      ? t('page.scorecards.noLevel')
      : levels.find(({ id }) => id === level)?.title ?? level;
  const show = (score: number, level: string | undefined) =>
    t('page.scorecards.changes.result', {
      score: formatPercent(score, language),
      level: levelText(level),
    });
  return (
    <ResponsiveTable
      caption={t('page.scorecards.changes.services', { title })}
      columns={[
        t('page.columns.service'),
        t('page.scorecards.changes.score'),
        t('page.scorecards.changes.before'),
        t('page.scorecards.now'),
        t('page.by.owner'),
      ]}
      rows={changes.map(each => [
        <ServiceName key="service" item={each} />,
        <ChangeMark
          key="change"
          before={each.scoreBefore}
          after={each.score}
        />,
        show(each.scoreBefore, each.levelBefore),
        show(each.score, each.level),
        each.owner && <EntityLink key="owner" entityRef={each.owner} />,
      ])}
    />
  );
}
