import type { DocumentStatus } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import OkIcon from '@material-ui/icons/CheckCircleOutline';
import UnreachableIcon from '@material-ui/icons/CloudOff';
import InvalidIcon from '@material-ui/icons/ErrorOutline';
import MissingIcon from '@material-ui/icons/RadioButtonUnchecked';
import StaleIcon from '@material-ui/icons/Update';
import { useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      marginRight: theme.spacing(1),
      whiteSpace: 'nowrap',
    },
    icon: { fontSize: '1.125rem' },
    ok: { color: theme.palette.success.main },
    missing: { color: theme.palette.text.secondary },
    invalid: { color: theme.palette.error.main },
    unreachable: { color: theme.palette.error.main },
    stale: { color: theme.palette.warning.main },
  }),
  { name: 'HandoverStatusMark' },
);

export type FleetStatus = DocumentStatus | 'stale';

const ICONS = {
  ok: OkIcon,
  missing: MissingIcon,
  invalid: InvalidIcon,
  unreachable: UnreachableIcon,
  stale: StaleIcon,
};

/** A status as an icon of its own shape and a word, never colour alone. */
export function StatusMark({ status }: { status: FleetStatus }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const Icon = ICONS[status];
  return (
    <span className={classes.root}>
      <Icon aria-hidden className={`${classes.icon} ${classes[status]}`} />
      {t(`page.status.${status}`)}
    </span>
  );
}
