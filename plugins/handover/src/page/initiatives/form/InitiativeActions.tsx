import type { Initiative } from '@backstage-handover/plugin-handover-common';
import { useState } from 'react';
import { Button, useHandoverTranslation } from '../../../components';
import { useManages } from '../useManages';
import { InitiativeForm } from './InitiativeForm';
import { type InitiativeStep, StepDialog } from './StepDialog';

/** What the viewer can do with an initiative that is not closed. */
export function InitiativeActions({
  initiative,
  onDeleted,
}: {
  initiative: Initiative;
  onDeleted: () => void;
}) {
  const { t } = useHandoverTranslation();
  const { manages } = useManages();
  const [open, setOpen] = useState<'edit' | InitiativeStep>();
  const isOffered = manages && initiative.state !== 'closed';
  const steps: InitiativeStep[] =
    initiative.state === 'draft' ? ['publish', 'delete'] : ['close'];
  const close = () => setOpen(undefined);
  // What is open stays open, whatever somebody else does meanwhile.
  return (
    <>
      {isOffered && (
        <Button size="small" variant="outlined" onClick={() => setOpen('edit')}>
          {t('initiatives.form.edit')}
        </Button>
      )}
      {isOffered &&
        steps.map(step => (
          <Button
            key={step}
            size="small"
            variant="outlined"
            onClick={() => setOpen(step)}
          >
            {t(`initiatives.steps.${step}`)}
          </Button>
        ))}
      {open === 'edit' && (
        <InitiativeForm initiative={initiative} onClose={close} />
      )}
      {open && open !== 'edit' && (
        <StepDialog
          initiative={initiative}
          step={open}
          onDone={open === 'delete' ? onDeleted : undefined}
          onClose={close}
        />
      )}
    </>
  );
}
