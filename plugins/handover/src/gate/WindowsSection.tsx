import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { LazyCalendar } from './calendar/LazyCalendar';
import { FeedActions } from './FeedActions';
import { Overrides } from './overrides';
import { useCalendars } from './useCalendars';
import { useEnvironmentNames } from './useEnvironmentNames';
import { WindowLists } from './WindowLists';

const useStyles = makeStyles(
  theme => ({
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

/** The windows of every calendar that applies: in words at once, as a calendar when that has loaded. */
export function WindowsSection({ entityRef, document }: WindowsSectionProps) {
  const classes = useStyles();
  const calendars = useCalendars(entityRef);
  const environments = useEnvironmentNames(document);
  const timeZones = useMemo(() => {
    const windows =
      calendars.status === 'ready'
        ? calendars.data.flatMap(each =>
            'windows' in each ? each.windows : [],
          )
        : document?.windows?.items ?? [];
    return [...new Set(windows.map(({ schedule }) => schedule.timeZone))];
  }, [calendars, document]);
  return (
    <div className={classes.root}>
      <Overrides entityRef={entityRef} />
      <WindowLists calendars={calendars} document={document} />
      <LazyCalendar
        entityRef={entityRef}
        environments={environments}
        timeZones={timeZones}
      />
      <FeedActions entityRef={entityRef} />
    </div>
  );
}
