import { makeStyles } from '@material-ui/core/styles';
import { Button, type Reading, useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(1, 0),
      padding: theme.spacing(0.5, 1.5),
      borderLeft: `4px solid ${theme.palette.warning.main}`,
      fontSize: '0.875rem',
    },
  }),
  { name: 'HandoverDeliveryUnread' },
);

/** Says why something could never be read, with another try. */
export function Unread({
  reading,
}: {
  reading: Reading<unknown> & { status: 'failed' };
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { error, isRetrying, retry } = reading;
  return (
    <p role="alert" className={classes.root}>
      {t('delivery.failed', { message: error.message })}{' '}
      <Button size="small" disabled={isRetrying} onClick={retry}>
        {t('delivery.retry')}
      </Button>
    </p>
  );
}
