import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { lazy, Suspense, useRef } from 'react';
import { useHandoverTranslation } from '../../components';
import { useSeen } from '../useSeen';
import { CalendarBoundary } from './CalendarBoundary';
import type { WindowCalendarProps } from './WindowCalendar';

const WindowCalendar = lazy(() =>
  import('./WindowCalendar').then(module => ({
    default: module.WindowCalendar,
  })),
);

const useStyles = makeStyles(
  {
    // About the height of a month, so that nothing below it jumps.
    root: { minHeight: 520, '@media print': { display: 'none' } },
  },
  { name: 'HandoverLazyCalendar' },
);

/** The calendar, fetched when its place comes near the viewport. */
export function LazyCalendar(props: WindowCalendarProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const ref = useRef<HTMLDivElement>(null);
  const seen = useSeen(ref);
  const placeholder = (
    <Skeleton
      variant="rect"
      height={520}
      animation={false}
      role="status"
      aria-label={t('gate.calendar.loading')}
    />
  );
  return (
    <div ref={ref} className={classes.root}>
      <CalendarBoundary
        fallback={<p role="alert">{t('gate.calendar.crashed')}</p>}
      >
        {seen ? (
          <Suspense fallback={placeholder}>
            <WindowCalendar {...props} />
          </Suspense>
        ) : (
          placeholder
        )}
      </CalendarBoundary>
    </div>
  );
}
