import type { Revision } from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { handoverApiRef } from '../../api';
import {
  Button,
  CopyButton,
  useHandoverTranslation,
  useReading,
} from '../../components';

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
  // A revision never changes.
  const reading = useReading<Revision>({
    key: ['documents', entityRef, 'revision', number],
    read: ({ signal }) =>
      api.documents.getRevision(entityRef, number, { signal }),
  });
  const yaml = reading.status === 'ready' ? reading.data.yaml : undefined;
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
        {reading.status === 'failed' && (
          <p role="alert">
            {t('revisions.yaml.failed', { message: reading.error.message })}
          </p>
        )}
        {reading.status === 'loading' && (
          <p role="status">{t('revisions.yaml.loading')}</p>
        )}
        {yaml !== undefined && (
          <pre className={classes.yaml}>
            <code>{yaml}</code>
          </pre>
        )}
      </DialogContent>
      <DialogActions>
        {yaml !== undefined && (
          <CopyButton text={yaml} label={t('revisions.yaml.copy')} />
        )}
        <Button onClick={onClose}>{t('revisions.yaml.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
