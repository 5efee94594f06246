import { makeStyles } from '@material-ui/core/styles';
import AllowIcon from '@material-ui/icons/CheckCircleOutline';
import DenyIcon from '@material-ui/icons/Block';
import { useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
    },
    icon: { fontSize: '1.125rem' },
    allow: { color: theme.palette.success.main },
    deny: { color: theme.palette.error.main },
  }),
  { name: 'HandoverEffectMark' },
);

/** What a window does: a shape of its own and a word, never colour alone. */
export function EffectMark({ effect }: { effect: 'allow' | 'deny' }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const Icon = effect === 'allow' ? AllowIcon : DenyIcon;
  return (
    <span className={classes.root}>
      <Icon className={`${classes.icon} ${classes[effect]}`} aria-hidden />
      {t(`gate.windows.effect_${effect}`)}
    </span>
  );
}
