import { makeStyles } from '@material-ui/core/styles';
import FailingIcon from '@material-ui/icons/Error';
import HealthyIcon from '@material-ui/icons/CheckCircleOutline';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import WarningIcon from '@material-ui/icons/ReportProblem';

/** How bad something is. `unknown` is not good either. */
export type HealthLevel = 'failure' | 'warning' | 'unknown' | 'healthy';

const ICONS = {
  failure: FailingIcon,
  warning: WarningIcon,
  unknown: UnknownIcon,
  healthy: HealthyIcon,
};

const useStyles = makeStyles(
  theme => ({
    root: { flex: 'none', fontSize: '1.25rem' },
    failure: { color: theme.palette.error.main },
    warning: { color: theme.palette.warning.main },
    unknown: { color: theme.palette.warning.main },
    healthy: { color: theme.palette.text.secondary },
  }),
  { name: 'HandoverHealthIcon' },
);

/** A shape of its own for each level; the words beside it say the same. */
export function HealthIcon({ level }: { level: HealthLevel }) {
  const classes = useStyles();
  const Icon = ICONS[level];
  return <Icon className={`${classes.root} ${classes[level]}`} aria-hidden />;
}
