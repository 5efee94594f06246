import type { Calendar } from '@backstage-handover/plugin-handover-common';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useHandoverTranslation } from '../components';
import { VerdictIcon } from './VerdictIcon';
import { WindowTable } from './WindowTable';

const useStyles = makeStyles(
  theme => ({
    title: { margin: 0, fontSize: '1rem', fontWeight: 700 },
    level: {
      marginLeft: theme.spacing(1),
      color: theme.palette.text.secondary,
      fontSize: '0.8125rem',
      fontWeight: 400,
    },
    text: { margin: theme.spacing(0.5, 0, 0), fontSize: '0.875rem' },
    failure: {
      display: 'flex',
      gap: theme.spacing(1),
      margin: theme.spacing(0.5, 0, 0),
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'HandoverCalendarWindows' },
);

/** The windows of one calendar of several in words, or why there are none. */
export function CalendarWindows({ calendar }: { calendar: Calendar }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { title, link, level } = calendar;
  return (
    <section aria-label={title}>
      <h4 className={classes.title}>
        {link ? <Link to={link}>{title}</Link> : title}
        <span className={classes.level}>
          {t(`gate.windows.level_${level}`)}
        </span>
      </h4>
      {'error' in calendar && (
        <p className={classes.failure} role="alert">
          <VerdictIcon verdict="unknown" />
          {t('gate.windows.calendarFailed', { message: calendar.error })}
        </p>
      )}
      {'windows' in calendar &&
        (calendar.windows.length > 0 ? (
          <WindowTable
            windows={calendar.windows}
            label={t('gate.windows.listOf', { calendar: title })}
          />
        ) : (
          <p className={classes.text}>{t('gate.windows.calendarEmpty')}</p>
        ))}
    </section>
  );
}
