import { makeStyles } from '@material-ui/core/styles';
import { Button, type Reading, useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      paddingLeft: theme.spacing(1),
      borderLeft: `4px solid ${theme.palette.warning.main}`,
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'HandoverUnreadAlerts' },
);

/** Says why alerts could never be read, with another try. */
export function UnreadAlerts({
  reading,
}: {
  reading: Reading<unknown> & { status: 'failed' };
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { error, isRetrying, retry } = reading;
  return (
    <p role="alert" className={classes.root}>
      {t('alerts.failed', { message: error.message })}{' '}
      <Button size="small" disabled={isRetrying} onClick={retry}>
        {t('common.retry')}
      </Button>
    </p>
  );
}
