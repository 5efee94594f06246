import { makeStyles } from '@material-ui/core/styles';
import { Button, useHandoverTranslation } from '../../components';
import type { FleetState } from '../state/fleetState';
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

/** Leaves a page that cannot be loaded. */
export function FirstPage({
  state,
  actions,
}: {
  state: FleetState;
  actions: FleetStateActions;
}) {
  const { t } = useHandoverTranslation();
  return state.cursor ? (
    <Button size="small" onClick={actions.goToFirst}>
      {t('page.services.first')}
    </Button>
  ) : null;
}
