import { ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  theme => ({ retry: { marginTop: theme.spacing(2) } }),
  { name: 'HandoverFailed' },
);

export type FailedStateProps = {
  error: Error;
  retry: () => void;
  retrying: boolean;
};

/** The backend gave no answer: what it said instead, and another try. */
export function FailedState({ error, retry, retrying }: FailedStateProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <div role="alert">
      <ResponseErrorPanel title={t('tab.failed')} error={error} />
      <Button
        className={classes.retry}
        variant="contained"
        color="primary"
        disabled={retrying}
        onClick={retry}
      >
        {t('common.retry')}
      </Button>
    </div>
  );
}
