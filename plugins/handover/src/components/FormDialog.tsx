import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { type FormEvent, type ReactNode, useId } from 'react';
import { Button } from './buttons';
import { useHandoverTranslation } from './useHandoverTranslation';

const useStyles = makeStyles(
  theme => ({
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      overflowWrap: 'anywhere',
      // Room for the label that stands on the border of the first field.
      paddingTop: theme.spacing(1),
    },
    error: { color: theme.palette.error.main, margin: 0 },
  }),
  { name: 'HandoverFormDialog' },
);

export type FormDialogProps = {
  title: string;
  /** Of the button that sends it. */
  submit: string;
  isRunning: boolean;
  /** Why it could not be sent, and what to do about it. */
  error?: ReactNode;
  /** `disabled` until it is known what came of it; `hidden` if there is nothing to cancel. */
  cancel?: 'disabled' | 'hidden';
  /** `sm` by default. */
  maxWidth?: 'sm' | 'md';
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form above the page. It stays open, with what was written, if sending it fails. */
export function FormDialog(props: FormDialogProps) {
  const { title, submit, isRunning, error, cancel, maxWidth = 'sm' } = props;
  const { onSubmit, onClose, children } = props;
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const id = useId();
  return (
    <Dialog
      open
      fullWidth
      maxWidth={maxWidth}
      onClose={(_, reason) => {
        // A slip of the mouse does not lose what was written.
        if (reason !== 'backdropClick' && cancel !== 'disabled') {
          onClose();
        }
      }}
      aria-labelledby={id}
      // Clicks and keys are not those of what lies below.
      onClick={event => event.stopPropagation()}
    >
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent className={classes.content}>
          {children}
          {error && (
            <div role="alert" className={classes.error}>
              {error}
            </div>
          )}
        </DialogContent>
        <DialogActions>
          {cancel !== 'hidden' && (
            <Button onClick={onClose} disabled={cancel === 'disabled'}>
              {t('common.cancel')}
            </Button>
          )}
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={isRunning}
          >
            {submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
