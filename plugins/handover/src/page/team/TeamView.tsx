import type { OpenCheckPage } from '@backstage-handover/plugin-handover-common';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  Button,
  Freshness,
  type Reading,
  Unread,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { formatCount } from '../formats';
import { Paging } from '../services/Paging';
import type { FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { OpenCheckTable } from './OpenCheckTable';
import { useOpenChecks, useOwnership } from './useOpenChecks';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(1.5, 2), marginBottom: theme.spacing(2) },
    title: { margin: 0, fontSize: '1.1875rem', fontWeight: 600 },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      minHeight: 40,
    },
    // The result of the query before, until the next is there.
    previous: { opacity: 0.6 },
    note: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
  }),
  { name: 'HandoverTeamView' },
);

export type TeamViewProps = { state: FleetState; actions: FleetStateActions };

/** What the services of the viewer and their groups lack, best fixed first. */
export function TeamView(props: TeamViewProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const ownership = useOwnership();
  const { owner, ownerTree: _, system: __, ...others } = props.state.filters;
  return (
    <Paper className={classes.root}>
      <h2 className={classes.title}>
        {t(owner ? 'page.team.titleOfOwners' : 'page.team.title')}
      </h2>
      {Object.values(others).some(value => value !== undefined) && (
        <p className={classes.note}>{t('page.scorecards.filters')}</p>
      )}
      {ownership.status === 'ready' ? (
        <OpenChecks ownership={ownership.data} {...props} />
      ) : (
        <NotReady reading={ownership} {...props} />
      )}
    </Paper>
  );
}

function OpenChecks({
  ownership,
  ...props
}: TeamViewProps & { ownership: string[] }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const reading = useOpenChecks(ownership, props.state);
  if (reading.status !== 'ready') {
    return <NotReady reading={reading} {...props} />;
  }
  const { data, isPrevious, freshness } = reading;
  return (
    <div
      className={isPrevious ? classes.previous : undefined}
      aria-busy={isPrevious}
    >
      <div className={classes.bar}>
        <span role="status">
          {data.totalItems > 0
            ? t('page.team.total', {
                count: data.totalItems,
                open: formatCount(data.openEntities, language),
                services: formatCount(data.entities, language),
              })
            : t(`page.team.${whyNothing(data)}`, { count: data.entities })}
        </span>
        <Freshness quiet freshness={freshness} />
      </div>
      {data.items.length > 0 && <OpenCheckTable page={data} />}
      <Paging
        isFirst={!props.state.cursor}
        nextCursor={data.nextCursor}
        actions={props.actions}
      />
    </div>
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

function NotReady({
  reading,
  state,
  actions,
}: TeamViewProps & {
  reading: Exclude<Reading<unknown>, { status: 'ready' }>;
}) {
  const { t } = useHandoverTranslation();
  return reading.status === 'loading' ? (
    <Skeleton
      variant="rect"
      height={320}
      animation={false}
      role="status"
      aria-label={t('page.team.loading')}
    />
  ) : (
    <>
      <Unread
        reading={reading}
        message={t('page.team.failed', { message: reading.error.message })}
      />
      {state.cursor && (
        <Button size="small" onClick={actions.goToFirst}>
          {t('page.services.first')}
        </Button>
      )}
    </>
  );
}
