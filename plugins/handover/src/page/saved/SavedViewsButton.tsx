import SavedIcon from '@material-ui/icons/BookmarkBorder';
import { useState } from 'react';
import { Button, useHandoverTranslation } from '../../components';
import type { FleetState } from '../state/fleetState';
import { SavedViewsDialog } from './SavedViewsDialog';

/** Opens the views that the user has saved. */
export function SavedViewsButton({ state }: { state: FleetState }) {
  const { t } = useHandoverTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<SavedIcon aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('page.saved.title')}
      </Button>
      {isOpen && (
        <SavedViewsDialog state={state} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
