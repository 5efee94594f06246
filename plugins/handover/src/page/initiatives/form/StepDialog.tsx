import type {
  HandoverApi,
  Initiative,
} from '@backstage-handover/plugin-handover-common';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { FormDialog, useHandoverTranslation } from '../../../components';
import { Refusal } from './Refusal';
import { useInitiativeWrite } from './useInitiativeWrite';

export type InitiativeStep = 'publish' | 'close' | 'delete';

/** Takes an initiative to its next state, or deletes a draft. */
export function StepDialog({
  initiative,
  step,
  onDone,
  onClose,
}: {
  initiative: Initiative;
  step: InitiativeStep;
  onDone?: () => void;
  onClose: () => void;
}) {
  const { id, revision, title } = initiative;
  const { t } = useHandoverTranslation();
  const write = useInitiativeWrite();
  const [note, setNote] = useState('');

  const take = (
    initiatives: HandoverApi['initiatives'],
  ): Promise<Initiative> => {
    const text = note.trim();
    switch (step) {
      case 'publish':
        return initiatives.publish(id, { ifMatch: revision });
      case 'close':
        return initiatives.close(id, {
          ifMatch: revision,
          ...(text && { note: text }),
        });
      default:
        return initiatives.delete(id, { ifMatch: revision });
    }
  };

  async function submit() {
    if (await write.run(take, onDone)) {
      onClose();
    }
  }

  return (
    <FormDialog
      title={t(`initiatives.steps.${step}Title`)}
      submit={t(`initiatives.steps.${step}`)}
      isRunning={write.isRunning}
      error={
        write.error && (
          <Refusal
            write={write}
            load={t('initiatives.form.loadCurrent')}
            // The page reads it again, and what is written here stays.
            onLoad={() => void write.run(initiatives => initiatives.get(id))}
          />
        )
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div>{t(`initiatives.steps.${step}Effect`, { title })}</div>
      {step === 'close' && (
        <TextField
          multiline
          minRows={3}
          variant="outlined"
          id="handover-initiative-note"
          label={t('initiatives.steps.note')}
          helperText={t('initiatives.steps.noteHelp')}
          value={note}
          inputProps={{ maxLength: 5_000 }}
          onChange={event => setNote(event.target.value)}
        />
      )}
    </FormDialog>
  );
}
