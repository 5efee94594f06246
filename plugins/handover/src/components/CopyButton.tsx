import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useEffect } from 'react';
import { IconButton } from './buttons';
import { useCopy } from './useCopy';
import { useHandoverTranslation } from './useHandoverTranslation';
import { VisuallyHidden } from './VisuallyHidden';

const useStyles = makeStyles(
  { root: { '@media print': { display: 'none' } } },
  { name: 'HandoverCopyButton' },
);

const SHOWN_FOR_MS = 3000;

export type CopyButtonProps = {
  text: string;
  /** What is copied, for screen readers. */
  label: string;
};

/** Copies a text and confirms it visibly and for screen readers. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { outcome, copy, reset } = useCopy();

  useEffect(() => {
    if (!outcome) {
      return undefined;
    }
    const timer = setTimeout(reset, SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome, reset]);

  const messages = {
    copied: t('common.copied'),
    failed: t('common.copyFailed'),
  };
  return (
    <span className={classes.root}>
      <Tooltip title={outcome ? messages[outcome] : t('common.copy')}>
        <IconButton size="small" aria-label={label} onClick={() => copy(text)}>
          {outcome === 'copied' ? (
            <CheckIcon fontSize="small" />
          ) : (
            <CopyIcon fontSize="small" />
          )}
        </IconButton>
      </Tooltip>
      <VisuallyHidden role="status">
        {outcome ? messages[outcome] : ''}
      </VisuallyHidden>
    </span>
  );
}
