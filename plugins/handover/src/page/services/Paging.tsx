import { makeStyles } from '@material-ui/core/styles';
import { Button, useHandoverTranslation } from '../../components';
import type { FleetStateActions } from '../state/useFleetState';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1.5),
      '@media print': { display: 'none' },
    },
  }),
  { name: 'HandoverPaging' },
);

/** Goes through the pages of the list. */
export function Paging({
  isFirst,
  nextCursor,
  actions: { goToFirst, goToPrevious, goToNext },
}: {
  isFirst: boolean;
  nextCursor: string | undefined;
  actions: FleetStateActions;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  if (isFirst && !nextCursor) {
    return null;
  }
  return (
    <nav aria-label={t('page.services.pages')} className={classes.root}>
      <Button
        size="small"
        variant="outlined"
        disabled={isFirst}
        onClick={goToFirst}
      >
        {t('page.services.first')}
      </Button>
      <Button
        size="small"
        variant="outlined"
        disabled={!goToPrevious}
        onClick={goToPrevious}
      >
        {t('page.services.previous')}
      </Button>
      <Button
        size="small"
        variant="outlined"
        disabled={!nextCursor}
        onClick={() => nextCursor && goToNext(nextCursor)}
      >
        {t('page.services.next')}
      </Button>
    </nav>
  );
}
