import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import { IconButton, useHandoverTranslation } from '../../components';
import { readFleetState, searchOf } from '../state/fleetState';
import type { SavedView } from './SavedView';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    name: { flex: 1, minWidth: 0 },
    current: { fontWeight: 600 },
  }),
  { name: 'HandoverSavedViewList' },
);

/** Saved views by name, to be opened and deleted. */
export function SavedViewList({
  views,
  search,
  onOpen,
  onDelete,
}: {
  views: readonly SavedView[];
  /** Of the view that is shown now. */
  search: string;
  onOpen: () => void;
  onDelete: (name: string) => void;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  if (views.length === 0) {
    return <p>{t('page.saved.nothing')}</p>;
  }
  return (
    <ul className={classes.list} aria-label={t('page.saved.title')}>
      {views.map(view => {
        const isCurrent = view.search === search;
        return (
          <li key={view.name} className={classes.item}>
            <div
              className={`${classes.name} ${isCurrent ? classes.current : ''}`}
            >
              <Link
                to={searchOf(readFleetState(new URLSearchParams(view.search)))}
                aria-current={isCurrent ? 'true' : undefined}
                onClick={onOpen}
              >
                {view.name}
              </Link>
            </div>
            <IconButton
              size="small"
              aria-label={t('page.saved.delete', { name: view.name })}
              onClick={() => onDelete(view.name)}
            >
              <DeleteIcon fontSize="small" />
            </IconButton>
          </li>
        );
      })}
    </ul>
  );
}
