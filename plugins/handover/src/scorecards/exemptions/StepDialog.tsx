import type { Exemption } from '@backstage-handover/plugin-handover-common';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { useHandoverTranslation } from '../../components';
import { ExemptionDialog } from './ExemptionDialog';
import { useExemptionAction } from './useExemptionAction';

export type ExemptionStepName = 'approve' | 'deny' | 'withdraw' | 'revoke';

/** Steps that say no to somebody say why. */
const NEEDS_NOTE: readonly ExemptionStepName[] = ['deny', 'revoke'];

/** Decides about an exemption or ends it. */
export function StepDialog({
  exemption,
  step,
  onClose,
}: {
  exemption: Exemption;
  step: ExemptionStepName;
  onClose: () => void;
}) {
  const { t } = useHandoverTranslation();
  const action = useExemptionAction();
  const [note, setNote] = useState('');

  async function submit() {
    const body = note.trim() ? { note: note.trim() } : {};
    const isDone = await action.run(exemptions =>
      exemptions[step](exemption.entityRef, exemption.id, body),
    );
    if (isDone) {
      onClose();
    }
  }

  return (
    <ExemptionDialog
      title={t(`scorecards.exemptions.steps.${step}`)}
      submit={t(`scorecards.exemptions.${step}`)}
      action={action}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div>{t(`scorecards.exemptions.effect.${step}`)}</div>
      <TextField
        multiline
        minRows={2}
        variant="outlined"
        id="handover-exemption-note"
        required={NEEDS_NOTE.includes(step)}
        label={t('scorecards.exemptions.note')}
        value={note}
        inputProps={{ maxLength: 5_000 }}
        onChange={event => setNote(event.target.value)}
      />
    </ExemptionDialog>
  );
}
