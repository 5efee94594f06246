import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useId, useRef, useState } from 'react';
import { Button, useHandoverTranslation } from '../../components';
import { type FleetState, writeFleetState } from '../state/fleetState';
import { SavedViewForm } from './SavedViewForm';
import { SavedViewList } from './SavedViewList';
import { useSavedViews } from './useSavedViews';

const useStyles = makeStyles(
  theme => ({
    content: { overflowWrap: 'anywhere' },
    note: { margin: theme.spacing(1, 0), minHeight: '1.5em' },
    error: { margin: theme.spacing(1, 0), color: theme.palette.error.main },
  }),
  { name: 'HandoverSavedViews' },
);

/** Lists the saved views, to be opened and deleted, and saves what is shown now. */
export function SavedViewsDialog({
  state,
  onClose,
}: {
  state: FleetState;
  onClose: () => void;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { views, save, remove } = useSavedViews();
  const [note, setNote] = useState('');
  const [error, setError] = useState<Error>();
  const search = writeFleetState({ ...state, cursor: undefined }).toString();

  async function run(change: () => Promise<void>, done: string) {
    setNote('');
    setError(undefined);
    try {
      await change();
      setNote(done);
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    }
  }

  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t('page.saved.title')}</DialogTitle>
      <DialogContent className={classes.content}>
        {views ? (
          <>
            <SavedViewList
              views={views}
              search={search}
              onOpen={onClose}
              onDelete={name => {
                // The button that had the focus is gone.
                field.current?.focus();
                void run(() => remove(name), t('page.saved.deleted', { name }));
              }}
            />
            <SavedViewForm
              views={views}
              inputRef={field}
              onSave={name =>
                void run(
                  () => save({ name, search }),
                  t('page.saved.saved', { name }),
                )
              }
            />
          </>
        ) : (
          <Skeleton
            variant="rect"
            height={120}
            animation={false}
            role="status"
            aria-label={t('page.saved.loading')}
          />
        )}
        {/* There before its text, or nobody hears it. */}
        <p role="status" className={classes.note}>
          {note}
        </p>
        {error && (
          <p role="alert" className={classes.error}>
            {t('page.saved.failed', { message: error.message })}
          </p>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('page.saved.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
