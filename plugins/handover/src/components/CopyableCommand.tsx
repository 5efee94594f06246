import { makeStyles } from '@material-ui/core/styles';
import { CopyButton } from './CopyButton';
import { useHandoverTranslation } from './useHandoverTranslation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      margin: theme.spacing(0.5, 0),
      padding: theme.spacing(0.25, 0.5, 0.25, 1.25),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.action.hover,
    },
    command: {
      flex: 1,
      minWidth: 0,
      margin: 0,
      padding: theme.spacing(0.625, 0),
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, monospace',
      fontSize: '0.8125rem',
      lineHeight: 1.5,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'HandoverCopyableCommand' },
);

/** A command as it is typed, with a button that copies it. */
export function CopyableCommand({
  command,
  copyLabel,
}: {
  command: string;
  /** Names the button for screen readers. The default names the command. */
  copyLabel?: string;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const text = command.trimEnd();
  return (
    <div className={classes.root}>
      <pre className={classes.command}>
        <code>{text}</code>
      </pre>
      <CopyButton
        text={text}
        label={copyLabel ?? t('common.copyCommand', { command: text })}
      />
    </div>
  );
}
