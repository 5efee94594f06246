import type { Verdict } from '@backstage-handover/plugin-handover-common';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import OpenIcon from '@material-ui/icons/CheckCircleOutline';
import ClosedIcon from '@material-ui/icons/Block';
import UnknownIcon from '@material-ui/icons/HelpOutline';

const tone = (theme: Theme) =>
  theme.palette.type === 'dark' ? 'light' : 'dark';

const useStyles = makeStyles(
  theme => ({
    root: { fontSize: '1.25rem', flex: 'none' },
    // The darker tones stand out from white by more than 3 to 1.
    open: { color: theme.palette.success[tone(theme)] },
    closed: { color: theme.palette.error[tone(theme)] },
    unknown: { color: theme.palette.warning[tone(theme)] },
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
