import type {
  LevelCounts,
  ScorecardCounts,
  ScorecardDetails,
} from '@backstage-handover/plugin-handover-common';
import {
  ResponsiveTable,
  useHandoverTranslation,
  useLanguage,
  formatPercent,
} from '../../components';
import { formatCount } from '../formats';
import { GroupName } from '../groups/GroupName';
import type { FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';

/** How many services have which level: in all, and by owner or system. */
export function LevelTable({
  scorecard: { title, levels },
  counts,
  state,
  actions,
}: {
  scorecard: ScorecardDetails;
  counts: ScorecardCounts;
  state: FleetState;
  actions: FleetStateActions;
}) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const cells = ({ entities, levels: numbers, score }: LevelCounts) => [
    formatCount(entities, language),
    formatCount(numbers.none ?? 0, language),
    ...levels.map(({ id }) => formatCount(numbers[id] ?? 0, language)),
    score === undefined ? null : formatPercent(score, language),
  ];
  return (
    <ResponsiveTable
      caption={t('page.scorecards.levels', { title })}
      columns={[
        t(`page.by.${state.by}`),
        t('page.scorecards.services'),
        t('page.scorecards.noLevel'),
        ...levels.map(level => level.title),
        t('page.scorecards.score'),
      ]}
      rows={[
        [
          <strong key="all">{t('page.scorecards.all')}</strong>,
          ...cells(counts),
        ],
        ...counts.groups.map(group => [
          <GroupName
            key={group.ref}
            entityRef={group.ref || undefined}
            state={state}
            actions={actions}
          />,
          ...cells(group),
        ]),
      ]}
    />
  );
}
