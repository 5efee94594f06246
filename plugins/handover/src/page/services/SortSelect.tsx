import { makeStyles } from '@material-ui/core/styles';
import { LabelledSelect, useHandoverTranslation } from '../../components';
import { readFleetState } from '../state/fleetState';
import type { FleetColumn } from './columns';
import type { Sorting } from './ServiceTable';

const useStyles = makeStyles(
  theme => ({
    root: { [theme.breakpoints.up('md')]: { display: 'none' } },
  }),
  { name: 'HandoverSortSelect' },
);

/** Sorts where the table has no headers because the screen is narrow. */
export function SortSelect({
  columns,
  sorting,
  onSort,
}: {
  columns: readonly FleetColumn[];
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const options = columns.flatMap(({ sort, title }) =>
    sort
      ? [
          {
            value: `sort=${sort}&order=asc`,
            label: t('page.services.ascending', { column: title(t) }),
          },
          {
            value: `sort=${sort}&order=desc`,
            label: t('page.services.descending', { column: title(t) }),
          },
        ]
      : [],
  );
  return (
    <div className={classes.root}>
      <LabelledSelect
        label={t('page.services.sort')}
        value={`sort=${sorting.sort}&order=${sorting.order}`}
        options={options}
        onChange={value => {
          const { sort, order } = readFleetState(new URLSearchParams(value));
          onSort({ sort, order });
        }}
      />
    </div>
  );
}
