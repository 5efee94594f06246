import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import { useHandoverTranslation } from '../../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(0.5),
      marginTop: theme.spacing(0.5),
      fontWeight: 400,
      overflowWrap: 'anywhere',
      '& svg': {
        flex: 'none',
        fontSize: '1.125rem',
        color: theme.palette.warning.main,
      },
    },
  }),
  { name: 'HandoverInitiativeProblem' },
);

/** Why the services of an initiative are not evaluated. */
export function InitiativeProblem({ problem }: { problem: string }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <div className={classes.root}>
      <WarningIcon aria-hidden />
      <span>{t('initiatives.problem', { problem })}</span>
    </div>
  );
}
