import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { useHandoverTranslation } from '../components';
import { LazyCalendar } from './calendar/LazyCalendar';
import { FeedActions } from './FeedActions';
import { useEnvironmentNames } from './useEnvironmentNames';
import { WindowTable } from './WindowTable';

const useStyles = makeStyles(
  theme => ({
    none: { margin: 0, fontSize: '0.875rem' },
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      minWidth: 0,
    },
  }),
  { name: 'HandoverWindowsSection' },
);

export type WindowsSectionProps = {
  entityRef: string;
  document?: HandoverDocument;
};

/** The deployment windows: in words at once, as a calendar when that has loaded. */
export function WindowsSection({ entityRef, document }: WindowsSectionProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const windows = document?.windows?.items;
  const environments = useEnvironmentNames(document);
  const timeZones = useMemo(
    () => [...new Set((windows ?? []).map(each => each.schedule.timeZone))],
    [windows],
  );
  return (
    <div className={classes.root}>
      {windows?.length ? (
        <WindowTable windows={windows} />
      ) : (
        <p className={classes.none}>{t('gate.windows.none')}</p>
      )}
      <LazyCalendar
        entityRef={entityRef}
        environments={environments}
        timeZones={timeZones}
      />
      <FeedActions entityRef={entityRef} />
    </div>
  );
}
