import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { VisuallyHidden } from './VisuallyHidden';

/** The rows of a table as lists of labelled values. */
const asLists = (theme: Theme) => ({
  '&, & tbody, & tr, & th, & td': { display: 'block' },
  '& thead': { display: 'none' },
  '& tr': {
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  '& th, & td': { border: 0, padding: theme.spacing(0.25, 0) },
});

const asLabel = (theme: Theme) => ({
  display: 'block',
  fontSize: '0.75rem',
  fontWeight: 600,
  color: theme.palette.text.secondary,
});

const useStyles = makeStyles(
  theme => ({
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: '0.875rem',
      '& th, & td': {
        padding: theme.spacing(0.75, 1.5, 0.75, 0),
        textAlign: 'left',
        verticalAlign: 'top',
        borderBottom: `1px solid ${theme.palette.divider}`,
        overflowWrap: 'anywhere',
        // Short words stay whole, however much room the other columns take.
        minWidth: '3.5rem',
      },
      // Names are not torn apart while another column has room to give.
      '& tbody th': { fontWeight: 600, overflowWrap: 'break-word' },
      '& thead th': {
        fontSize: '0.8125rem',
        color: theme.palette.text.secondary,
        whiteSpace: 'nowrap',
      },
    },
    tableXs: { [theme.breakpoints.down('xs')]: asLists(theme) },
    tableSm: {
      [theme.breakpoints.down('sm')]: {
        ...asLists(theme),
        // There is room for some values side by side.
        '& tr': {
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(130px, 1fr))',
          columnGap: theme.spacing(2),
          padding: theme.spacing(1, 0),
          borderBottom: `1px solid ${theme.palette.divider}`,
        },
        '& tbody th': { gridColumn: '1 / -1' },
      },
    },
    label: { display: 'none' },
    labelXs: { [theme.breakpoints.down('xs')]: asLabel(theme) },
    labelSm: { [theme.breakpoints.down('sm')]: asLabel(theme) },
  }),
  { name: 'HandoverResponsiveTable' },
);

/** A column that is shown even if no row fills it. */
export type ResponsiveTableColumn = {
  label: string;
  /** Stands in the header, for example a button that sorts. */
  header: ReactNode;
  /** Set if the table can be sorted by it. */
  sort?: 'ascending' | 'descending' | 'none';
};

export type ResponsiveTableProps = {
  caption: string;
  columns: readonly (string | ResponsiveTableColumn)[];
  /** One row: a cell for each column; the first names the row. Empty cells may be left out. */
  rows: readonly (readonly ReactNode[])[];
  /** The widest screen that shows lists instead of a table, `xs` by default. */
  listsUpTo?: 'xs' | 'sm';
};

/** A table that becomes a list of labelled values where the screen is narrow. */
export function ResponsiveTable({
  caption,
  columns: namesAndColumns,
  rows,
  listsUpTo = 'xs',
}: ResponsiveTableProps) {
  const classes = useStyles();
  const isXs = listsUpTo === 'xs';
  const label = `${classes.label} ${isXs ? classes.labelXs : classes.labelSm}`;
  const columns = namesAndColumns.map((column, index) =>
    typeof column === 'string'
      ? {
          label: column,
          header: column,
          sort: undefined,
          // A column that no row fills only takes room.
          isShown: rows.some(row => row[index]),
        }
      : { ...column, isShown: true },
  );
  // Roles are spelled out because `display: block` takes them away.
  return (
    <table
      role="table"
      className={`${classes.table} ${isXs ? classes.tableXs : classes.tableSm}`}
    >
      <caption style={{ height: 0, padding: 0 }}>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr role="row">
          {columns.map(column =>
            column.isShown ? (
              <th
                key={column.label}
                role="columnheader"
                scope="col"
                aria-sort={column.sort}
              >
                {column.header}
              </th>
            ) : null,
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, rowIndex) => (
          <tr key={rowIndex} role="row">
            {columns.map((column, index) => {
              if (!column.isShown) {
                return null;
              }
              return index === 0 ? (
                <th key={column.label} scope="row">
                  {row[index]}
                </th>
              ) : (
                // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role
                <td key={column.label} role="cell">
                  {row[index] ? (
                    <span className={label} aria-hidden>
                      {column.label}
                    </span>
                  ) : null}
                  {row[index]}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
