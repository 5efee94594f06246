import type { DocumentSummary } from '@backstage-handover/plugin-handover-common';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import AscendingIcon from '@material-ui/icons/ArrowUpward';
import DescendingIcon from '@material-ui/icons/ArrowDownward';
import {
  framed,
  ResponsiveTable,
  type ResponsiveTableColumn,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import type { FleetState } from '../state/fleetState';
import type { FleetColumn } from './columns';

const HeaderButton = framed(ButtonBase);

const useStyles = makeStyles(
  {
    header: {
      gap: 4,
      font: 'inherit',
      fontWeight: 600,
      '& svg': { fontSize: '1rem' },
    },
    // Holds the place of the arrow.
    unsorted: { visibility: 'hidden' },
  },
  { name: 'HandoverServiceTable' },
);

export type Sorting = Pick<FleetState, 'sort' | 'order'>;

export type ServiceTableProps = {
  items: readonly DocumentSummary[];
  columns: readonly FleetColumn[];
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
};

/** The services of one page, with headers that sort all of them. */
export function ServiceTable({
  items,
  columns,
  sorting,
  onSort,
}: ServiceTableProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();

  const toColumn = ({ title, sort }: FleetColumn): ResponsiveTableColumn => {
    const label = title(t);
    if (!sort) {
      return { label, header: label };
    }
    const isSorted = sort === sorting.sort;
    const isDescending = isSorted && sorting.order === 'desc';
    const Icon = isDescending ? DescendingIcon : AscendingIcon;
    return {
      label,
      header: (
        <HeaderButton
          className={classes.header}
          aria-label={t('page.services.sortBy', { column: label })}
          onClick={() =>
            onSort({ sort, order: isSorted && !isDescending ? 'desc' : 'asc' })
          }
        >
          {label}
          <Icon aria-hidden className={isSorted ? '' : classes.unsorted} />
        </HeaderButton>
      ),
      sort:
        (isDescending && 'descending') || (isSorted && 'ascending') || 'none',
    };
  };

  return (
    <ResponsiveTable
      caption={t('page.services.caption')}
      listsUpTo="sm"
      columns={columns.map(toColumn)}
      rows={items.map(item =>
        columns.map(({ cell }) => cell(item, { t, language })),
      )}
    />
  );
}
