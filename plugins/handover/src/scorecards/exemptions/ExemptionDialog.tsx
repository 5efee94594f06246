import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { type FormEvent, type ReactNode, useId } from 'react';
import { Button, useHandoverTranslation } from '../../components';
import type { ExemptionAction } from './useExemptionAction';

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
  { name: 'HandoverExemptionDialog' },
);

export type ExemptionDialogProps = {
  title: string;
  /** Of the button that sends it. */
  submit: string;
  action: ExemptionAction;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form about an exemption. It stays open, with what was written, if it fails. */
export function ExemptionDialog(props: ExemptionDialogProps) {
  const { title, submit, action, onSubmit, onClose, children } = props;
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const id = useId();
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
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
          {action.error && (
            <p role="alert" className={classes.error}>
              {t('scorecards.exemptions.failed', {
                message: action.error.message,
              })}
            </p>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('scorecards.exemptions.cancel')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={action.isRunning}
          >
            {submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
