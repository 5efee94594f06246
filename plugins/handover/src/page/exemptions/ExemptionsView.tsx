import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  Freshness,
  LabelledSelect,
  Unread,
  useHandoverTranslation,
} from '../../components';
import { MAX_EXEMPTIONS, useExemptionPage } from '../../scorecards/exemptions';
import { EXEMPTION_SELECTIONS, type FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { BudgetTable } from './BudgetTable';
import { ExemptionTable } from './ExemptionTable';
import { toQuery } from './toQuery';

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
    note: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
  }),
  { name: 'HandoverExemptionsView' },
);

/** The exemptions of all services, and how much of their checks owners are exempt from. */
export function ExemptionsView({
  state,
  actions,
}: {
  state: FleetState;
  actions: FleetStateActions;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { owner, ownerTree, ...others } = state.filters;
  const reading = useExemptionPage(toQuery(state));
  return (
    <Paper className={classes.root}>
      <h2 className={classes.title}>{t('page.exemptions.title')}</h2>
      <div className={classes.bar}>
        <LabelledSelect
          label={t('page.exemptions.show')}
          value={state.exemptions}
          options={EXEMPTION_SELECTIONS.map(value => ({
            value,
            label: t(`page.exemptions.selection.${value}`),
          }))}
          onChange={value =>
            actions.update({
              exemptions: EXEMPTION_SELECTIONS.find(each => each === value),
            })
          }
        />
        {reading.status === 'ready' && (
          <>
            <span>
              {t('page.exemptions.total', { count: reading.data.totalItems })}
            </span>
            <Freshness quiet freshness={reading.freshness} />
          </>
        )}
      </div>
      {Object.values(others).some(value => value !== undefined) && (
        <p className={classes.note}>{t('page.exemptions.filters')}</p>
      )}
      {reading.status === 'loading' && (
        <Skeleton
          variant="rect"
          height={320}
          animation={false}
          role="status"
          aria-label={t('page.exemptions.loading')}
        />
      )}
      {reading.status === 'failed' && (
        <Unread
          reading={reading}
          message={t('page.exemptions.failed', {
            message: reading.error.message,
          })}
        />
      )}
      {reading.status === 'ready' && (
        <div aria-busy={reading.isPrevious}>
          {reading.data.items.length === 0 ? (
            <p className={classes.note}>{t('page.exemptions.nothing')}</p>
          ) : (
            <ExemptionTable items={reading.data.items} />
          )}
          {reading.data.totalItems > reading.data.items.length && (
            <p className={classes.note}>
              {t('page.exemptions.first', {
                limit: String(MAX_EXEMPTIONS),
              })}
            </p>
          )}
        </div>
      )}
      <BudgetTable state={state} actions={actions} />
    </Paper>
  );
}
