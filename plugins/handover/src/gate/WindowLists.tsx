import type {
  Calendar,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import {
  Button,
  Freshness,
  type Reading,
  useHandoverTranslation,
} from '../components';
import { CalendarWindows } from './CalendarWindows';
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
  calendars: Reading<Calendar[]>;
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
  return (
    <>
      <Tables calendars={calendars.data} />
      <Freshness quiet freshness={calendars.freshness} />
    </>
  );
}

function Tables({ calendars }: { calendars: Calendar[] }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [first] = calendars;
  if (!calendars.some(each => 'error' in each || each.windows.length > 0)) {
    return <p className={classes.none}>{t('gate.windows.none')}</p>;
  }
  if (
    calendars.length === 1 &&
    first.level === 'entity' &&
    'windows' in first
  ) {
    return <WindowTable windows={first.windows} />;
  }
  return (
    <>
      {calendars.map(calendar => (
        <CalendarWindows key={calendar.id} calendar={calendar} />
      ))}
    </>
  );
}
