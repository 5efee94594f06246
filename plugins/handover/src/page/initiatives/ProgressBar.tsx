import type { InitiativeCounts } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useHandoverTranslation, useLanguage } from '../../components';
import { countWords, totalOf } from './countWords';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'block', minWidth: 120, maxWidth: 320 },
    bar: {
      display: 'flex',
      height: 8,
      marginTop: theme.spacing(0.5),
      border: `1px solid ${theme.palette.text.secondary}`,
      borderRadius: 4,
      overflow: 'hidden',
    },
    reached: { backgroundColor: theme.palette.primary.main },
    unknown: {
      background: `repeating-linear-gradient(45deg, ${theme.palette.primary.main} 0 1px, transparent 1px 4px)`,
    },
  }),
  { name: 'HandoverInitiativeProgress' },
);

/** How many services have reached it, in words and as a bar that says the same. */
export function ProgressBar({ counts }: { counts: InitiativeCounts }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const total = totalOf(counts);
  const widthOf = (count: number) => ({ width: `${(count / total) * 100}%` });
  return (
    <span className={classes.root}>
      {countWords(counts, t, language)}
      {total > 0 && (
        <span className={classes.bar} aria-hidden>
          <span className={classes.reached} style={widthOf(counts.reached)} />
          <span className={classes.unknown} style={widthOf(counts.unknown)} />
        </span>
      )}
    </span>
  );
}
