import type { OpenCheckPage } from '@backstage-handover/plugin-handover-common';
import {
  Freshness,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { formatCount } from '../formats';
import { Bar, Note, ViewContent, ViewFrame } from '../frame';
import { hasOtherFilters } from '../filters/toOwners';
import { FirstPage, Paging } from '../services/Paging';
import type { FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { OpenCheckTable } from './OpenCheckTable';
import { TeamInitiatives } from './TeamInitiatives';
import { UpcomingChecks } from './UpcomingChecks';
import { useOpenChecks, useOwnership } from './useOpenChecks';

export type TeamViewProps = { state: FleetState; actions: FleetStateActions };

/** What the services of the viewer and their groups lack, best fixed first. */
export function TeamView(props: TeamViewProps) {
  const { t } = useHandoverTranslation();
  const ownership = useOwnership();
  const texts = useTexts(props);
  return (
    <ViewFrame
      title={t(
        props.state.filters.owner
          ? 'page.team.titleOfOwners'
          : 'page.team.title',
      )}
    >
      {hasOtherFilters(props.state.filters) && (
        <Note>{t('page.scorecards.filters')}</Note>
      )}
      <ViewContent reading={ownership} {...texts}>
        {refs => (
          <>
            <TeamInitiatives ownership={refs} {...props} />
            <OpenChecks ownership={refs} {...props} />
            <UpcomingChecks ownership={refs} {...props} />
          </>
        )}
      </ViewContent>
    </ViewFrame>
  );
}

function OpenChecks({
  ownership,
  state,
  actions,
}: TeamViewProps & { ownership: string[] }) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const reading = useOpenChecks(ownership, state);
  const texts = useTexts({ state, actions });
  return (
    <ViewContent reading={reading} {...texts}>
      {data => (
        <>
          <Bar>
            <span role="status">
              {data.totalItems > 0
                ? t('page.team.total', {
                    count: data.totalItems,
                    open: formatCount(data.openEntities, language),
                    services: formatCount(data.entities, language),
                  })
                : t(`page.team.${whyNothing(data)}`, { count: data.entities })}
            </span>
            {reading.status === 'ready' && (
              <Freshness quiet freshness={reading.freshness} />
            )}
          </Bar>
          {data.items.length > 0 && <OpenCheckTable page={data} />}
          <Paging
            isFirst={!state.cursor}
            nextCursor={data.nextCursor}
            actions={actions}
          />
        </>
      )}
    </ViewContent>
  );
}

function whyNothing({
  scorecards,
  entities,
}: OpenCheckPage): 'noScorecard' | 'noService' | 'nothing' {
  if (scorecards.length === 0) {
    return 'noScorecard';
  }
  return entities === 0 ? 'noService' : 'nothing';
}

/** What stands in for checks that are not there. */
function useTexts({ state, actions }: TeamViewProps) {
  const { t } = useHandoverTranslation();
  return {
    loading: t('page.team.loading'),
    failed: (message: string) => t('page.team.failed', { message }),
    action: <FirstPage state={state} actions={actions} />,
  };
}
