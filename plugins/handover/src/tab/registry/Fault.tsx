import { makeStyles } from '@material-ui/core/styles';
import { useHandoverTranslation } from '../../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(1, 0),
      padding: theme.spacing(0.5, 1.5),
      borderLeft: `4px solid ${theme.palette.error.main}`,
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'HandoverFault' },
);

/** Stands in the place of a panel or a cell that does not work. */
export function Fault({
  kind,
  id,
  error,
}: {
  kind: 'panel' | 'cell';
  id: string;
  error: Error;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <p role="alert" className={classes.root}>
      {t(`tab.fault.${kind}`, { id, message: error.message })}
    </p>
  );
}
