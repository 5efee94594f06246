import type { InitiativeState } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import ClosedIcon from '@material-ui/icons/AssignmentTurnedIn';
import DraftIcon from '@material-ui/icons/Edit';
import PlannedIcon from '@material-ui/icons/Event';
import ActiveIcon from '@material-ui/icons/PlayCircleOutline';
import OverdueIcon from '@material-ui/icons/ReportProblemOutlined';
import { useHandoverTranslation } from '../../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
      '& svg': { fontSize: '1.125rem', color: theme.palette.text.secondary },
    },
    overdue: {
      fontWeight: 600,
      '& svg': { color: theme.palette.warning.main },
    },
  }),
  { name: 'HandoverInitiativeState' },
);

const ICONS: Record<InitiativeState, typeof ActiveIcon> = {
  draft: DraftIcon,
  planned: PlannedIcon,
  active: ActiveIcon,
  overdue: OverdueIcon,
  closed: ClosedIcon,
};

/** The state of an initiative as an icon of its own shape and a word. */
export function InitiativeStateMark({ state }: { state: InitiativeState }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const Icon = ICONS[state];
  return (
    <span
      className={`${classes.root} ${
        state === 'overdue' ? classes.overdue : ''
      }`}
    >
      <Icon aria-hidden />
      {t(`initiatives.state.${state}`)}
    </span>
  );
}
