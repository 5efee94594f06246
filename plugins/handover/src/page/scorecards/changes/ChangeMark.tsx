import { makeStyles } from '@material-ui/core/styles';
import DropIcon from '@material-ui/icons/TrendingDown';
import GainIcon from '@material-ui/icons/TrendingUp';
import { useLanguage } from '../../../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
      '& svg': { fontSize: '1.125rem' },
    },
    gain: { '& svg': { color: theme.palette.success.main } },
    drop: { '& svg': { color: theme.palette.error.main } },
  }),
  { name: 'HandoverChangeMark' },
);

/** How much a score changed, by its sign and an icon, never colour alone. */
export function ChangeMark({
  before,
  after,
}: {
  before: number;
  after: number;
}) {
  const classes = useStyles();
  const language = useLanguage();
  const isGain = after > before;
  const Icon = isGain ? GainIcon : DropIcon;
  return (
    <span className={`${classes.root} ${isGain ? classes.gain : classes.drop}`}>
      <Icon aria-hidden />
      {new Intl.NumberFormat(language, {
        style: 'percent',
        signDisplay: 'always',
        maximumFractionDigits: 1,
      }).format(after - before)}
    </span>
  );
}
