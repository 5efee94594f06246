import type { WorkloadState } from '@backstage-handover/plugin-handover-common/kubernetes';
import { makeStyles } from '@material-ui/core/styles';
import ProgressingIcon from '@material-ui/icons/Autorenew';
import HealthyIcon from '@material-ui/icons/CheckCircle';
import FailingIcon from '@material-ui/icons/Error';
import StoppedIcon from '@material-ui/icons/PauseCircleFilled';
import DegradedIcon from '@material-ui/icons/ReportProblem';
import { useHandoverTranslation } from '../components';

const ICONS = {
  failing: FailingIcon,
  degraded: DegradedIcon,
  progressing: ProgressingIcon,
  healthy: HealthyIcon,
  stopped: StoppedIcon,
};

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      // The sign would lift the word above the line that it stands in.
      verticalAlign: 'bottom',
      textIndent: 0,
      gap: theme.spacing(0.5),
      fontWeight: 600,
      whiteSpace: 'nowrap',
      '& svg': { fontSize: '1.125rem' },
    },
    failing: { '& svg': { color: theme.palette.error.main } },
    degraded: { '& svg': { color: theme.palette.warning.main } },
    progressing: { '& svg': { color: theme.palette.info.main } },
    healthy: { '& svg': { color: theme.palette.success.main } },
    stopped: { '& svg': { color: theme.palette.text.secondary } },
  }),
  { name: 'HandoverStateMark' },
);

/**
 * A state in a word, with a sign.
 *
 * @param props.label - the word, where it is another than that of workloads
 */
export function StateMark({
  state,
  label,
}: {
  state: WorkloadState;
  label?: string;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const Icon = ICONS[state];
  return (
    <span className={`${classes.root} ${classes[state]}`}>
      <Icon aria-hidden />
      {label ?? t(`kubernetes.state.${state}`)}
    </span>
  );
}
