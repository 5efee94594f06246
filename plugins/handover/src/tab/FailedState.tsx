import { Button, Notice, useHandoverTranslation } from '../components';

export type FailedStateProps = {
  error: Error;
  retry: () => void;
  retrying: boolean;
};

/** The backend gave no answer: what it said instead, and another try. */
export function FailedState({ error, retry, retrying }: FailedStateProps) {
  const { t } = useHandoverTranslation();
  return (
    <div role="alert">
      <Notice
        severity="error"
        title={t('tab.failed')}
        action={
          <Button
            variant="contained"
            color="primary"
            disabled={retrying}
            onClick={retry}
          >
            {t('common.retry')}
          </Button>
        }
      >
        <p>{error.message}</p>
      </Notice>
    </div>
  );
}
