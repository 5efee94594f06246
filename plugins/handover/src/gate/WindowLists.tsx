import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { Button, useHandoverTranslation } from '../components';
import { CalendarWindows } from './CalendarWindows';
import type { CalendarsState } from './useCalendars';
import { WindowTable } from './WindowTable';

const useStyles = makeStyles(
  theme => ({
    none: { margin: 0, fontSize: '0.875rem' },
    failure: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      fontSize: '0.875rem',
    },
  }),
  { name: 'HandoverWindowLists' },
);

export type WindowListsProps = {
  calendars: CalendarsState;
  /** Its windows are shown until the calendars are there. */
  document?: HandoverDocument;
};

/** The windows of every calendar that applies, in words. */
export function WindowLists({ calendars, document }: WindowListsProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  if (calendars.status !== 'ready') {
    const own = document?.windows?.items ?? [];
    return (
      <>
        {own.length > 0 && <WindowTable windows={own} />}
        {calendars.status === 'failed' && (
          <div className={classes.failure} role="alert">
            {t('gate.windows.calendarsFailed', {
              message: calendars.error.message,
            })}
            <Button size="small" variant="outlined" onClick={calendars.retry}>
              {t('gate.windows.retry')}
            </Button>
          </div>
        )}
      </>
    );
  }
  const { items } = calendars;
  const [first] = items;
  if (!items.some(each => 'error' in each || each.windows.length > 0)) {
    return <p className={classes.none}>{t('gate.windows.none')}</p>;
  }
  if (items.length === 1 && first.level === 'entity' && 'windows' in first) {
    return <WindowTable windows={first.windows} />;
  }
  return (
    <>
      {items.map(calendar => (
        <CalendarWindows key={calendar.id} calendar={calendar} />
      ))}
    </>
  );
}
