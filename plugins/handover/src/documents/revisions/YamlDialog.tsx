import { useApi } from '@backstage/frontend-plugin-api';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import useAsync from 'react-use/esm/useAsync';
import { handoverApiRef } from '../../api';
import { Button, CopyButton, useHandoverTranslation } from '../../components';

const useStyles = makeStyles(
  theme => ({
    yaml: {
      margin: 0,
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
      fontSize: '0.8125rem',
      lineHeight: 1.5,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      color: theme.palette.text.primary,
    },
  }),
  { name: 'HandoverYamlDialog' },
);

const TITLE_ID = 'handover-yaml-title';

export type YamlDialogProps = {
  entityRef: string;
  number: number;
  onClose: () => void;
};

/** One revision as it was written. */
export function YamlDialog({ entityRef, number, onClose }: YamlDialogProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const api = useApi(handoverApiRef);
  const { value, error } = useAsync(
    () => api.documents.getRevision(entityRef, number),
    [api, entityRef, number],
  );
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      transitionDuration={0}
      aria-labelledby={TITLE_ID}
      onClose={onClose}
    >
      <DialogTitle id={TITLE_ID}>
        {t('revisions.yaml.title', { number: String(number) })}
      </DialogTitle>
      <DialogContent dividers tabIndex={0}>
        {error && (
          <p role="alert">
            {t('revisions.yaml.failed', { message: error.message })}
          </p>
        )}
        {!error && !value && <p role="status">{t('revisions.yaml.loading')}</p>}
        {value && (
          <pre className={classes.yaml}>
            <code>{value.yaml}</code>
          </pre>
        )}
      </DialogContent>
      <DialogActions>
        {value && (
          <CopyButton text={value.yaml} label={t('revisions.yaml.copy')} />
        )}
        <Button onClick={onClose}>{t('revisions.yaml.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
