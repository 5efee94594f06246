import { makeStyles } from '@material-ui/core/styles';
import { lazy, Suspense, useRef } from 'react';
import { ErrorBoundary, useHandoverTranslation } from '../../components';
import { useSeen } from '../useSeen';
import type { WindowCalendarProps } from './WindowCalendar';

const WindowCalendar = lazy(() =>
  import('./WindowCalendar').then(module => ({
    default: module.WindowCalendar,
  })),
);

const useStyles = makeStyles(
  theme => ({
    // About the height of a month, so that nothing below it jumps.
    root: {
      display: 'grid',
      minHeight: 520,
      '& > *': { minWidth: 0 },
      '@media print': { display: 'none' },
    },
    placeholder: {
      display: 'grid',
      placeItems: 'center',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      fontSize: '0.875rem',
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HandoverLazyCalendar' },
);

/** The calendar, fetched when its place comes near the viewport. */
export function LazyCalendar(props: WindowCalendarProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const ref = useRef<HTMLDivElement>(null);
  const seen = useSeen(ref);
  const placeholder = (
    <div role="status" className={classes.placeholder}>
      {t('gate.calendar.loading')}
    </div>
  );
  return (
    <div ref={ref} className={classes.root}>
      <ErrorBoundary
        fallback={() => <p role="alert">{t('gate.calendar.crashed')}</p>}
      >
        {seen ? (
          <Suspense fallback={placeholder}>
            <WindowCalendar {...props} />
          </Suspense>
        ) : (
          placeholder
        )}
      </ErrorBoundary>
    </div>
  );
}
