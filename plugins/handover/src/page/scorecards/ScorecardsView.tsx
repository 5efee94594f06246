import type { ScorecardDetails } from '@backstage-handover/plugin-handover-common';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  Freshness,
  LabelledSelect,
  Unread,
  useHandoverTranslation,
} from '../../components';
import type { FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { CheckTable } from './CheckTable';
import { LevelTable } from './LevelTable';
import { TrendTable } from './TrendTable';
import { useScorecardCounts, useScorecardList } from './useScorecardCounts';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(1.5, 2), marginBottom: theme.spacing(2) },
    title: { margin: 0, fontSize: '1.1875rem', fontWeight: 600 },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      // Room for the label that stands on the border of the select.
      padding: theme.spacing(1, 0),
    },
    checks: { marginTop: theme.spacing(3) },
    note: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
  }),
  { name: 'HandoverScorecardsView' },
);

export type ScorecardsViewProps = {
  state: FleetState;
  actions: FleetStateActions;
};

/** The levels of all services, and the checks that hold them back. */
export function ScorecardsView(props: ScorecardsViewProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reading = useScorecardList();
  if (reading.status === 'loading') {
    return <Loading />;
  }
  if (reading.status === 'failed') {
    return (
      <Unread
        reading={reading}
        message={t('page.scorecards.failed', {
          message: reading.error.message,
        })}
      />
    );
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
      {items.length === 0 && (
        <Paper className={classes.root}>{t('page.scorecards.none')}</Paper>
      )}
      {items.map(scorecard => (
        <Scorecard key={scorecard.name} scorecard={scorecard} {...props} />
      ))}
    </>
  );
}

function Scorecard({
  scorecard,
  state,
  actions,
}: ScorecardsViewProps & { scorecard: ScorecardDetails }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { owner, ownerTree, system, ...others } = state.filters;
  const by = state.by === 'system' ? 'system' : 'owner';
  const reading = useScorecardCounts(scorecard.name, state.filters, by);
  return (
    <Paper className={classes.root}>
      <h2 className={classes.title}>{scorecard.title}</h2>
      <div className={classes.bar}>
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
      </div>
      {Object.values(others).some(value => value !== undefined) && (
        <p className={classes.note}>{t('page.scorecards.filters')}</p>
      )}
      {reading.status === 'loading' && <Loading />}
      {reading.status === 'failed' && (
        <Unread
          reading={reading}
          message={t('page.scorecards.failed', {
            message: reading.error.message,
          })}
        />
      )}
      {reading.status === 'ready' && (
        <div aria-busy={reading.isPrevious}>
          <LevelTable
            scorecard={scorecard}
            counts={reading.data}
            state={{ ...state, by }}
            actions={actions}
          />
          {reading.data.held > 0 && (
            <p className={classes.note}>
              {t('page.scorecards.held', { count: reading.data.held })}
            </p>
          )}
          {reading.data.omittedGroups > 0 && (
            <p className={classes.note}>
              {t('page.scorecards.left', {
                count: reading.data.omittedGroups,
              })}
            </p>
          )}
          <TrendTable scorecard={scorecard} state={state} />
          <div className={classes.checks}>
            <CheckTable scorecard={scorecard} counts={reading.data} />
          </div>
        </div>
      )}
    </Paper>
  );
}

function Loading() {
  const { t } = useHandoverTranslation();
  return (
    <Skeleton
      variant="rect"
      height={320}
      animation={false}
      role="status"
      aria-label={t('page.scorecards.loading')}
    />
  );
}
