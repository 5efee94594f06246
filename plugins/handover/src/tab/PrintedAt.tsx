import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatDate, useHandoverTranslation, useLanguage } from '../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'none',
      margin: theme.spacing(0, 0, 1),
      '@media print': { display: 'block' },
    },
  }),
  { name: 'HandoverPrintedAt' },
);

/** When the page was printed, on paper alone: what is live ages there. */
export function PrintedAt() {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const [time, setTime] = useState(() => new Date());
  useEffect(() => {
    // The browser lays the page out as soon as its listeners return.
    const now = () => flushSync(() => setTime(new Date()));
    window.addEventListener('beforeprint', now);
    return () => window.removeEventListener('beforeprint', now);
  }, []);
  return (
    <p className={classes.root}>
      {t('tab.printed', { when: formatDate(time.toISOString(), language) })}
    </p>
  );
}
