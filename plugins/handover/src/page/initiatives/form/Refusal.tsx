import { Button, useHandoverTranslation } from '../../../components';
import { fieldErrors } from './fieldErrors';
import type { InitiativeWrite } from './useInitiativeWrite';

/** Why a change was refused, and what to do about it. Nothing if it was not. */
export function Refusal({
  write: { error, isOutdated, isRunning },
  load,
  onLoad,
}: {
  write: InitiativeWrite;
  /** Of the button that loads the version of somebody else. */
  load: string;
  onLoad: () => void;
}) {
  const { t } = useHandoverTranslation();
  if (!error) {
    return null;
  }
  if (isOutdated) {
    return (
      <>
        {t('initiatives.form.changed')}{' '}
        <Button size="small" disabled={isRunning} onClick={onLoad}>
          {load}
        </Button>
      </>
    );
  }
  const { message } = error;
  return Object.keys(fieldErrors(message)).length > 0 ? (
    <>{t('initiatives.form.marked')}</>
  ) : (
    <>{t('initiatives.form.failed', { message })}</>
  );
}
