import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { VisuallyHidden } from './VisuallyHidden';

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
      },
      // Names are not torn apart while another column has room to give.
      '& tbody th': { fontWeight: 600, overflowWrap: 'break-word' },
      '& thead th': {
        fontSize: '0.8125rem',
        color: theme.palette.text.secondary,
        whiteSpace: 'nowrap',
      },
      [theme.breakpoints.down('xs')]: {
        '&, & tbody, & tr, & th, & td': { display: 'block' },
        '& thead': { display: 'none' },
        '& tr': {
          padding: theme.spacing(1, 0),
          borderBottom: `1px solid ${theme.palette.divider}`,
        },
        '& th, & td': { border: 0, padding: theme.spacing(0.25, 0) },
      },
    },
    label: {
      display: 'none',
      [theme.breakpoints.down('xs')]: {
        display: 'block',
        fontSize: '0.75rem',
        fontWeight: 600,
        color: theme.palette.text.secondary,
      },
    },
  }),
  { name: 'HandoverResponsiveTable' },
);

export type ResponsiveTableProps = {
  caption: string;
  columns: readonly string[];
  /** One row: a cell for each column; the first names the row. Empty cells may be left out. */
  rows: readonly (readonly ReactNode[])[];
};

/** A table that becomes a list of labelled values where the screen is narrow. */
export function ResponsiveTable({
  caption,
  columns,
  rows,
}: ResponsiveTableProps) {
  const classes = useStyles();
  // A column that no row fills only takes room.
  const shown = columns.map((_, index) => rows.some(row => row[index]));
  // Roles are spelled out because `display: block` takes them away.
  return (
    <table role="table" className={classes.table}>
      <caption style={{ height: 0, padding: 0 }}>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr role="row">
          {columns.map((column, index) =>
            shown[index] ? (
              <th key={column} role="columnheader" scope="col">
                {column}
              </th>
            ) : null,
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, rowIndex) => (
          <tr key={rowIndex} role="row">
            {columns.map((column, index) => {
              if (!shown[index]) {
                return null;
              }
              return index === 0 ? (
                <th key={column} scope="row">
                  {row[index]}
                </th>
              ) : (
                // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role
                <td key={column} role="cell">
                  {row[index] ? (
                    <span className={classes.label} aria-hidden>
                      {column}
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
