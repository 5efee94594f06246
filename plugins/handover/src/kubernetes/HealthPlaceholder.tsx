import { makeStyles } from '@material-ui/core/styles';
import { useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  // As tall as the shortest answer, so that little moves when it comes.
  { root: { margin: 0, minHeight: 30, fontSize: '0.875rem' } },
  { name: 'HandoverHealthPlaceholder' },
);

/** Stands where the health will be, until the clusters have answered. */
export function HealthPlaceholder() {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <p role="status" className={classes.root}>
      {t('kubernetes.health.loading')}
    </p>
  );
}
