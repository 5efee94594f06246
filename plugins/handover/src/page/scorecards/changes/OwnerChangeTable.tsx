import type { OwnerChange } from '@backstage-handover/plugin-handover-common';
import {
  formatPercent,
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
} from '../../../components';
import { formatCount } from '../../formats';
import { GroupName } from '../../groups/GroupName';
import type { ScorecardProps } from '../ScorecardProps';
import { ChangeMark } from './ChangeMark';

/** Owners whose mean score changed most. Nothing if none did. */
export function OwnerChangeTable({
  scorecard,
  state,
  actions,
  changes,
}: ScorecardProps & { changes: readonly OwnerChange[] }) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  if (changes.length === 0) {
    return null;
  }
  return (
    <ResponsiveTable
      caption={t('page.scorecards.changes.owners', { title: scorecard.title })}
      columns={[
        t('page.by.owner'),
        t('page.scorecards.changes.score'),
        t('page.scorecards.changes.before'),
        t('page.scorecards.now'),
        t('page.scorecards.services'),
        t('page.scorecards.changes.gained'),
        t('page.scorecards.changes.lost'),
      ]}
      rows={changes.map(each => [
        <GroupName
          key="owner"
          entityRef={each.owner || undefined}
          state={{ ...state, by: 'owner' }}
          actions={actions}
        />,
        <ChangeMark
          key="change"
          before={each.scoreBefore}
          after={each.score}
        />,
        formatPercent(each.scoreBefore, language),
        formatPercent(each.score, language),
        formatCount(each.entities, language),
        formatCount(each.gained, language),
        formatCount(each.lost, language),
      ])}
    />
  );
}
