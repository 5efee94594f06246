import type { ReactNode } from 'react';
import { FormDialog, useHandoverTranslation } from '../../components';
import type { OverrideWrite } from './useOverrides';

export type OverrideDialogProps = {
  title: string;
  /** Of the button that sends it. */
  submit: string;
  write: OverrideWrite;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form about an override. */
export function OverrideDialog({ write, ...props }: OverrideDialogProps) {
  const { t } = useHandoverTranslation();
  const { isRunning, error } = write;
  return (
    <FormDialog
      {...props}
      isRunning={isRunning}
      error={error && t('gate.overrides.failed', { message: error.message })}
    />
  );
}
