import { makeStyles } from '@material-ui/core/styles';
import { Button } from '../buttons';
import { formatClock } from '../formats';
import { useHandoverTranslation } from '../useHandoverTranslation';
import { useLanguage } from '../useLanguage';
import type { ReadingFreshness } from './useReading';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      // As tall as the button, so that nothing moves when it appears.
      minHeight: 30,
      fontSize: '0.8125rem',
      lineHeight: 1.4,
      color: theme.palette.text.secondary,
      overflowWrap: 'anywhere',
    },
    failed: {
      paddingLeft: theme.spacing(1),
      borderLeft: `4px solid ${theme.palette.warning.main}`,
      color: theme.palette.text.primary,
    },
    button: { '@media print': { display: 'none' } },
  }),
  { name: 'HandoverFreshness' },
);

export type FreshnessProps = {
  freshness: ReadingFreshness;
  /** Shows nothing as long as the data can be refreshed. */
  quiet?: boolean;
  /** Interrupts a screen reader, for data that a decision depends on. */
  urgent?: boolean;
  /** Another line on the page announces the same to screen readers. */
  silent?: boolean;
};

/** How old the data of a live panel is, and since when and why it is not refreshed. */
export function Freshness({
  freshness,
  quiet = false,
  urgent = false,
  silent = false,
}: FreshnessProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { at, failure, retry, isRetrying } = freshness;
  const clock = (time: number) => formatClock(time, Date.now(), language);
  const message =
    failure &&
    t('common.freshness.failed', {
      since: clock(failure.since),
      message: failure.error.message,
      time: clock(at),
    });
  if (urgent && !message) {
    return null;
  }
  const role = urgent ? 'alert' : 'status';
  // A polite region must be there before its text, or nobody hears it.
  const region = <span role={silent ? undefined : role}>{message}</span>;
  if (quiet && !message) {
    return region;
  }
  return (
    <div
      className={message ? `${classes.root} ${classes.failed}` : classes.root}
    >
      {!message && (
        <span>{t('common.freshness.asOf', { time: clock(at) })}</span>
      )}
      {region}
      {message && (
        <Button
          className={classes.button}
          size="small"
          disabled={isRetrying}
          onClick={retry}
        >
          {t('common.retry')}
        </Button>
      )}
    </div>
  );
}
