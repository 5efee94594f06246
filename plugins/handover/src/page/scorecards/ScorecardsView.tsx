import type { ScorecardCounts } from '@backstage-handover/plugin-handover-common';
import {
  Freshness,
  LabelledSelect,
  useHandoverTranslation,
} from '../../components';
import {
  Bar,
  NotReady,
  Note,
  ViewContent,
  ViewFrame,
  ViewPart,
} from '../frame';
import { hasOtherFilters } from '../filters/toOwners';
import { ChangesPart } from './changes/ChangesPart';
import { CheckTable } from './CheckTable';
import { EndingExemptions } from './EndingExemptions';
import { LevelTable } from './LevelTable';
import { Preview } from './Preview';
import type { ScorecardProps } from './ScorecardProps';
import { TrendTable } from './TrendTable';
import { useScorecardCounts, useScorecardList } from './useScorecardCounts';

export type ScorecardsViewProps = Omit<ScorecardProps, 'scorecard'>;

/** The levels of all services, and the checks that hold them back. */
export function ScorecardsView(props: ScorecardsViewProps) {
  const { t } = useHandoverTranslation();
  const reading = useScorecardList();
  if (reading.status !== 'ready') {
    return <NotReady reading={reading} {...loadingTexts(t)} />;
  }
  const { items, locations } = reading.data;
  return (
    <>
      {locations
        .filter(({ failingSince }) => failingSince !== undefined)
        .map(({ location, problems }) => (
          <p key={location} role="alert">
            {t('page.scorecards.location', {
              location,
              message: problems
                .filter(({ severity }) => severity === 'error')
                .map(({ message }) => message)
                .join('; '),
            })}
          </p>
        ))}
      {items.length === 0 && <ViewFrame>{t('page.scorecards.none')}</ViewFrame>}
      {items.map(scorecard => (
        <Scorecard key={scorecard.name} scorecard={scorecard} {...props} />
      ))}
    </>
  );
}

function Scorecard(props: ScorecardProps) {
  const { scorecard, state, actions } = props;
  const { t } = useHandoverTranslation();
  const by = state.by === 'system' ? 'system' : 'owner';
  const reading = useScorecardCounts(scorecard.name, state.filters, by);
  return (
    <ViewFrame title={scorecard.title}>
      <Bar>
        <LabelledSelect
          label={t('page.by.label')}
          value={by}
          options={(['owner', 'system'] as const).map(value => ({
            value,
            label: t(`page.by.${value}`),
          }))}
          onChange={value =>
            actions.update({ by: value === 'system' ? 'system' : 'owner' })
          }
        />
        {reading.status === 'ready' && (
          <Freshness quiet freshness={reading.freshness} />
        )}
      </Bar>
      {hasOtherFilters(state.filters) && (
        <Note>{t('page.scorecards.filters')}</Note>
      )}
      <ViewContent reading={reading} {...loadingTexts(t)}>
        {counts => (
          <Counts {...props} state={{ ...state, by }} counts={counts} />
        )}
      </ViewContent>
    </ViewFrame>
  );
}

function Counts({
  counts,
  ...props
}: ScorecardProps & { counts: ScorecardCounts }) {
  const { scorecard, state, actions } = props;
  const { t } = useHandoverTranslation();
  return (
    <>
      <Preview scorecard={scorecard} state={state} />
      <LevelTable
        scorecard={scorecard}
        counts={counts}
        state={state}
        actions={actions}
      />
      {counts.held > 0 && (
        <Note>{t('page.scorecards.held', { count: counts.held })}</Note>
      )}
      {counts.omittedGroups > 0 && (
        <Note>
          {t('page.scorecards.left', { count: counts.omittedGroups })}
        </Note>
      )}
      <TrendTable scorecard={scorecard} state={state} />
      <ChangesPart {...props} />
      <ViewPart>
        <CheckTable scorecard={scorecard} counts={counts} />
      </ViewPart>
      <EndingExemptions scorecard={scorecard} state={state} />
    </>
  );
}

function loadingTexts(t: ReturnType<typeof useHandoverTranslation>['t']) {
  return {
    loading: t('page.scorecards.loading'),
    failed: (message: string) => t('page.scorecards.failed', { message }),
  };
}
