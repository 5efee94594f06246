import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useHandoverTranslation, VisuallyHidden } from '../components';

const useStyles = makeStyles(
  theme => ({
    title: { height: 38, marginBottom: theme.spacing(1) },
    // As tall as the strip and the notice that take their place.
    strip: { height: 210, marginBottom: theme.spacing(2) },
    section: { height: 320, marginBottom: theme.spacing(2) },
    block: {
      padding: theme.spacing(2.5),
      '& > div': {
        height: 14,
        marginBottom: theme.spacing(1.5),
        borderRadius: 4,
        backgroundColor: theme.palette.action.hover,
      },
    },
    columns: {
      [theme.breakpoints.up('lg')]: { paddingLeft: 232 + theme.spacing(3) },
    },
  }),
  { name: 'HandoverLoading' },
);

const WIDTHS = ['30%', '90%', '80%', '60%'];

/** Holds the places of strip and sections, so that nothing jumps when they come. */
export function LoadingState() {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const lines = WIDTHS.map(width => <div key={width} style={{ width }} />);
  return (
    <div aria-busy>
      <VisuallyHidden role="status">{t('tab.loading')}</VisuallyHidden>
      <div className={classes.title} />
      <Paper className={`${classes.strip} ${classes.block}`}>{lines}</Paper>
      <div className={classes.columns}>
        <Paper className={`${classes.section} ${classes.block}`}>{lines}</Paper>
        <Paper className={`${classes.section} ${classes.block}`}>{lines}</Paper>
      </div>
    </div>
  );
}
