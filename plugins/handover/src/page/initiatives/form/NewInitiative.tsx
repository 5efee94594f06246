import type { Initiative } from '@backstage-handover/plugin-handover-common';
import { useState } from 'react';
import { Button, useHandoverTranslation } from '../../../components';
import { InitiativeForm } from './InitiativeForm';

/** Creates an initiative. */
export function NewInitiative({
  onCreated,
}: {
  onCreated: (initiative: Initiative) => void;
}) {
  const { t } = useHandoverTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        color="primary"
        variant="contained"
        onClick={() => setOpen(true)}
      >
        {t('initiatives.form.create')}
      </Button>
      {isOpen && (
        <InitiativeForm onDone={onCreated} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
