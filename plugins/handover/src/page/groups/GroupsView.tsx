import type { FleetSummary } from '@backstage-handover/plugin-handover-common';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { ReactNode } from 'react';
import {
  Freshness,
  LabelledSelect,
  Unread,
  useHandoverTranslation,
} from '../../components';
import { CatalogNotice } from '../../tab/StatusNotices';
import { GROUPINGS, type FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { useSummary } from '../useFleet';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(1.5, 2) },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      // Room for the label that stands on the border of the select.
      padding: theme.spacing(1, 0),
    },
    previous: { opacity: 0.6 },
    note: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
  }),
  { name: 'HandoverGroupsView' },
);

export type GroupsViewProps = {
  state: FleetState;
  actions: FleetStateActions;
  /** Shows the groups. */
  children: (summary: FleetSummary) => ReactNode;
};

/** Reads the figures of each owner, system or domain. */
export function GroupsView({
  state: { filters, by },
  actions,
  children,
}: GroupsViewProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reading = useSummary(filters, by);
  const groupings = GROUPINGS.map(value => ({
    value,
    label: t(`page.by.${value}`),
  }));
  const { groups = [], totalGroups = 0 } =
    reading.status === 'ready' ? reading.data : {};
  const left = totalGroups - groups.length;
  return (
    <>
      {reading.status === 'ready' && <CatalogNotice state={reading.data} />}
      <Paper className={classes.root}>
        <div className={classes.bar}>
          <LabelledSelect
            label={t('page.by.label')}
            value={by}
            options={groupings}
            onChange={value =>
              actions.update({ by: GROUPINGS.find(each => each === value) })
            }
          />
          {reading.status === 'ready' && (
            <Freshness quiet freshness={reading.freshness} />
          )}
        </div>
        {reading.status === 'loading' && (
          <Skeleton
            variant="rect"
            height={320}
            animation={false}
            role="status"
            aria-label={t('page.groups.loading')}
          />
        )}
        {reading.status === 'failed' && (
          <Unread
            reading={reading}
            message={t('page.groups.failed', {
              message: reading.error.message,
            })}
          />
        )}
        {reading.status === 'ready' && (
          <div
            className={reading.isPrevious ? classes.previous : undefined}
            aria-busy={reading.isPrevious}
          >
            {groups.length === 0 ? (
              <p>{t('page.nothing.title')}</p>
            ) : (
              children(reading.data)
            )}
          </div>
        )}
        {left > 0 && (
          <p className={classes.note}>
            {t('page.groups.left', { count: left })}
          </p>
        )}
        {by === 'owner' && groups.length > 0 && (
          <p className={classes.note}>{t('page.groups.shared')}</p>
        )}
      </Paper>
    </>
  );
}
