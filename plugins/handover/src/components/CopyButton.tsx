import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { useHandoverTranslation } from './useHandoverTranslation';
import { VisuallyHidden } from './VisuallyHidden';

const useStyles = makeStyles(
  { root: { '@media print': { display: 'none' } } },
  { name: 'HandoverCopyButton' },
);

const SHOWN_FOR_MS = 3000;

export type CopyButtonProps = {
  text: string;
  /** What is copied, for those who do not see what stands beside the button. */
  label: string;
};

/** Copies a text and says so, to the eye and to a screen reader. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const [{ error }, copy] = useCopyToClipboard();
  const [copies, setCopies] = useState(0);

  useEffect(() => {
    if (copies === 0) {
      return undefined;
    }
    const timer = setTimeout(() => setCopies(0), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [copies]);

  const outcome = error ? t('common.copyFailed') : t('common.copied');
  const done = copies > 0;
  return (
    <span className={classes.root}>
      <Tooltip title={done ? outcome : t('common.copy')}>
        <IconButton
          size="small"
          aria-label={label}
          onClick={() => {
            copy(text);
            setCopies(count => count + 1);
          }}
        >
          {done && !error ? (
            <CheckIcon fontSize="small" />
          ) : (
            <CopyIcon fontSize="small" />
          )}
        </IconButton>
      </Tooltip>
      <VisuallyHidden role="status">{done ? outcome : ''}</VisuallyHidden>
    </span>
  );
}
