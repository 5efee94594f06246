import type { InitiativeProgress } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import ReachedIcon from '@material-ui/icons/CheckCircle';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import OpenIcon from '@material-ui/icons/RadioButtonUnchecked';

const useStyles = makeStyles(
  theme => ({
    root: { flex: 'none', fontSize: '1.125rem' },
    reached: { color: theme.palette.text.secondary },
    open: { color: theme.palette.error.main },
    unknown: { color: theme.palette.warning.main },
  }),
  { name: 'HandoverProgressIcon' },
);

const ICONS: Record<InitiativeProgress, typeof OpenIcon> = {
  reached: ReachedIcon,
  open: OpenIcon,
  unknown: UnknownIcon,
};

/** Accompanies the word for how far an entity is. */
export function ProgressIcon({ progress }: { progress: InitiativeProgress }) {
  const classes = useStyles();
  const Icon = ICONS[progress];
  return (
    <Icon aria-hidden className={`${classes.root} ${classes[progress]}`} />
  );
}
