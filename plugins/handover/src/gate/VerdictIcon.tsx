import type { Verdict } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import OpenIcon from '@material-ui/icons/CheckCircleOutline';
import ClosedIcon from '@material-ui/icons/Block';
import UnknownIcon from '@material-ui/icons/HelpOutline';

const useStyles = makeStyles(
  theme => ({
    root: { fontSize: '1.25rem', flex: 'none' },
    open: { color: theme.palette.success.main },
    closed: { color: theme.palette.error.main },
    unknown: { color: theme.palette.warning.main },
  }),
  { name: 'HandoverVerdictIcon' },
);

const ICONS = { open: OpenIcon, closed: ClosedIcon, unknown: UnknownIcon };

/** A shape of its own for each verdict; the words beside it say the same. */
export function VerdictIcon({ verdict }: { verdict: Verdict }) {
  const classes = useStyles();
  const Icon = ICONS[verdict];
  return <Icon className={`${classes.root} ${classes[verdict]}`} aria-hidden />;
}
