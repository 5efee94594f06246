import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { Freshness, Unread, useHandoverTranslation } from '../../components';
import { CommittedField } from '../filters/CommittedField';
import type { FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { FactTable } from './FactTable';
import { useFacts } from './useFacts';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(1.5, 2), marginBottom: theme.spacing(2) },
    title: { margin: 0, fontSize: '1.1875rem', fontWeight: 600 },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      // Room for the label that stands on the border of the field.
      padding: theme.spacing(1, 0),
    },
    note: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
  }),
  { name: 'HandoverFactsView' },
);

/** The facts that conditions of scorecards can name, and the checks that use them. */
export function FactsView({
  state,
  actions,
}: {
  state: FleetState;
  actions: FleetStateActions;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reading = useFacts();
  const words = (state.facts ?? '').toLocaleLowerCase().split(/\s+/);
  const found =
    reading.status === 'ready'
      ? reading.data.facts.filter(({ name, description }) => {
          const text = `${name} ${description}`.toLocaleLowerCase();
          return words.every(word => text.includes(word));
        })
      : [];
  return (
    <Paper className={classes.root}>
      <h2 className={classes.title}>{t('page.facts.title')}</h2>
      <div className={classes.bar}>
        <CommittedField
          label={t('page.facts.search')}
          type="search"
          value={state.facts ?? ''}
          onCommit={facts =>
            actions.update({ facts: facts || undefined }, { replace: true })
          }
        />
        {reading.status === 'ready' && (
          <>
            <span role="status">
              {t('page.facts.total', { count: found.length })}
            </span>
            <Freshness quiet freshness={reading.freshness} />
          </>
        )}
      </div>
      {Object.values(state.filters).some(value => value !== undefined) && (
        <p className={classes.note}>{t('page.facts.filters')}</p>
      )}
      {reading.status === 'loading' && (
        <Skeleton
          variant="rect"
          height={320}
          animation={false}
          role="status"
          aria-label={t('page.facts.loading')}
        />
      )}
      {reading.status === 'failed' && (
        <Unread
          reading={reading}
          message={t('page.facts.failed', { message: reading.error.message })}
        />
      )}
      {reading.status === 'ready' &&
        (found.length === 0 ? (
          <p className={classes.note}>{t('page.facts.nothing')}</p>
        ) : (
          <FactTable facts={found} scorecards={reading.data.scorecards} />
        ))}
    </Paper>
  );
}
