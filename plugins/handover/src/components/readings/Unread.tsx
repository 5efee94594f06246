import { makeStyles } from '@material-ui/core/styles';
import { Button } from '../buttons';
import { useHandoverTranslation } from '../useHandoverTranslation';
import type { Reading } from './useReading';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(0.5, 0),
      padding: theme.spacing(0.5, 1.5),
      borderLeft: `4px solid ${theme.palette.warning.main}`,
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'HandoverUnread' },
);

/** Says why something could never be read, with another try. */
export function Unread({
  reading: { isRetrying, retry },
  message,
}: {
  reading: Extract<Reading<unknown>, { status: 'failed' }>;
  /** What could not be read, and why. */
  message: string;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <p role="alert" className={classes.root}>
      {message}{' '}
      <Button size="small" disabled={isRetrying} onClick={retry}>
        {t('common.retry')}
      </Button>
    </p>
  );
}
