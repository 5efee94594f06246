import type { ReactNode } from 'react';
import { FormDialog, useHandoverTranslation } from '../../components';
import type { ExemptionAction } from './useExemptionAction';

export type ExemptionDialogProps = {
  title: string;
  /** Of the button that sends it. */
  submit: string;
  action: ExemptionAction;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form about an exemption. */
export function ExemptionDialog({ action, ...props }: ExemptionDialogProps) {
  const { t } = useHandoverTranslation();
  const { isRunning, error } = action;
  return (
    <FormDialog
      {...props}
      isRunning={isRunning}
      error={
        error && t('scorecards.exemptions.failed', { message: error.message })
      }
    />
  );
}
