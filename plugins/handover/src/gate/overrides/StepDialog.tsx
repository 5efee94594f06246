import type {
  Override,
  OverrideAction,
} from '@backstage-handover/plugin-handover-common';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { useHandoverTranslation } from '../../components';
import { OverrideDialog } from './OverrideDialog';
import { useOverrideWrite } from './useOverrides';

/** Decides about an override or ends it. */
export function StepDialog({
  override,
  step,
  onClose,
}: {
  override: Override;
  step: OverrideAction;
  onClose: () => void;
}) {
  const { t } = useHandoverTranslation();
  const { entityRef, id } = override;
  const write = useOverrideWrite(entityRef);
  const [note, setNote] = useState('');

  async function submit() {
    const body = note.trim() ? { note: note.trim() } : {};
    if (await write.run(overrides => overrides[step](entityRef, id, body))) {
      onClose();
    }
  }

  return (
    <OverrideDialog
      title={t(`gate.overrides.steps.${step}`)}
      submit={t(`gate.overrides.${step}`)}
      write={write}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div>{t(`gate.overrides.effect.${step}`)}</div>
      <TextField
        multiline
        minRows={2}
        variant="outlined"
        id="handover-override-note"
        label={t('gate.overrides.note')}
        value={note}
        inputProps={{ maxLength: 2_000 }}
        onChange={event => setNote(event.target.value)}
      />
    </OverrideDialog>
  );
}
