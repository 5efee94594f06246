/**
 * Roles of a table whose parts are laid out as blocks where it is narrow:
 * browsers then forget that it is a table unless it is said again.
 */
export const TABLE_ROLES = {
  rowGroup: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  rowHeader: { role: 'rowheader' },
} as const;
