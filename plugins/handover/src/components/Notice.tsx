import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      [theme.breakpoints.down('xs')]: { flexWrap: 'wrap' },
      marginBottom: theme.spacing(2),
      padding: theme.spacing(1.25, 1.5),
      border: '1px solid',
      borderLeftWidth: 6,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    error: { borderColor: theme.palette.error.main },
    warning: { borderColor: theme.palette.warning.main },
    errorIcon: { color: theme.palette.error.main },
    warningIcon: { color: theme.palette.warning.main },
    content: {
      flex: 1,
      minWidth: 0,
      lineHeight: 1.5,
      '& p': { margin: theme.spacing(0.5, 0, 0) },
    },
    title: { margin: 0, fontSize: '1rem', fontWeight: 600 },
    action: {
      // Below the text, which is left the whole width.
      [theme.breakpoints.down('xs')]: { flexBasis: '100%' },
      '@media print': { display: 'none' },
    },
  }),
  { name: 'HandoverNotice' },
);

export type NoticeProps = {
  severity: 'error' | 'warning';
  title: string;
  action?: ReactNode;
  children?: ReactNode;
};

/** Something about the handover that its reader must know before the content. */
export function Notice({ severity, title, action, children }: NoticeProps) {
  const classes = useStyles();
  const Icon = severity === 'error' ? ErrorIcon : WarningIcon;
  return (
    <section
      className={`${classes.root} ${classes[severity]}`}
      aria-label={title}
    >
      <Icon aria-hidden className={classes[`${severity}Icon`]} />
      <div className={classes.content}>
        <h2 className={classes.title}>{title}</h2>
        {children}
      </div>
      {action && <div className={classes.action}>{action}</div>}
    </section>
  );
}
