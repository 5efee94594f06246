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
import { type FleetState, NONE } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { LevelLink } from './LevelLink';

/** How many services have which level: in all, and by owner or system. */
export function LevelTable({
  scorecard: { name, title, levels },
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
  const columns = [
    { id: 'none', title: t('page.scorecards.noLevel') },
    ...levels,
  ];
  const cells = (
    { entities, levels: numbers, score }: LevelCounts,
    group?: { ref: string },
  ) => [
    formatCount(entities, language),
    ...columns.map(level => (
      <LevelLink
        key={level.id}
        count={numbers[level.id] ?? 0}
        level={level.title}
        href={actions.hrefOf({
          view: 'services',
          filters: {
            ...state.filters,
            ...(group && { [state.by]: [group.ref || NONE] }),
            ...(group && state.by === 'owner' && { ownerTree: undefined }),
            level: [`${name}:${level.id}`],
          },
        })}
      />
    )),
    score === undefined ? null : formatPercent(score, language),
  ];
  return (
    <ResponsiveTable
      caption={t('page.scorecards.levels', { title })}
      columns={[
        t(`page.by.${state.by}`),
        t('page.scorecards.services'),
        ...columns.map(level => level.title),
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
          ...cells(group, group),
        ]),
      ]}
    />
  );
}
