import type { PromotionStep } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import RemovedIcon from '@material-ui/icons/RemoveCircleOutline';
import RolledBackIcon from '@material-ui/icons/Replay';
import RunningIcon from '@material-ui/icons/Autorenew';
import { HealthIcon, useHandoverTranslation } from '../components';

type State =
  | 'deployed'
  | 'failed'
  | 'running'
  | 'rolledBack'
  | 'removed'
  | 'unknown';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
    },
    quiet: { fontSize: '1.25rem', color: theme.palette.text.secondary },
  }),
  { name: 'HandoverEnvironmentState' },
);

/** What the last deployment to an environment came to. */
function stateOf({ deployment, attempt }: PromotionStep): State {
  if (!attempt || attempt.outcome === 'succeeded') {
    return deployment ? 'deployed' : 'unknown';
  }
  return attempt.outcome;
}

/** The state of an environment as its deployments are recorded, in a word with an icon. */
export function EnvironmentState({ step }: { step: PromotionStep }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const state = stateOf(step);
  return (
    <span className={classes.root}>
      {state === 'deployed' && <HealthIcon level="healthy" />}
      {state === 'failed' && <HealthIcon level="failure" />}
      {state === 'unknown' && <HealthIcon level="unknown" />}
      {state === 'running' && (
        <RunningIcon className={classes.quiet} aria-hidden />
      )}
      {state === 'rolledBack' && (
        <RolledBackIcon className={classes.quiet} aria-hidden />
      )}
      {state === 'removed' && (
        <RemovedIcon className={classes.quiet} aria-hidden />
      )}
      {t(`delivery.promotion.states.${state}`)}
    </span>
  );
}
