import MuiCheckbox from '@material-ui/core/Checkbox';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import ColumnsIcon from '@material-ui/icons/ViewColumn';
import { useState } from 'react';
import { Button, useHandoverTranslation } from '../../components';
import type { FleetColumn } from './columns';

const MENU_ID = 'handover-fleet-columns';

/** Chooses the columns of the table and of its download. */
export function ColumnMenu({
  all,
  columns,
  onChange,
}: {
  all: readonly FleetColumn[];
  /** Those that are shown. */
  columns: readonly FleetColumn[];
  onChange: (ids: string[] | undefined) => void;
}) {
  const { t } = useHandoverTranslation();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const shown = new Set(columns.map(({ id }) => id));

  const toggle = (id: string) => {
    const next = all.filter(
      column => shown.has(column.id) !== (column.id === id),
    );
    const isDefault = all.every(
      column => column.isDefault === next.includes(column),
    );
    onChange(isDefault ? undefined : next.map(column => column.id));
  };

  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<ColumnsIcon aria-hidden />}
        aria-haspopup="menu"
        aria-controls={anchor ? MENU_ID : undefined}
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('page.columns.choose')}
      </Button>
      <Menu
        id={MENU_ID}
        anchorEl={anchor}
        open={Boolean(anchor)}
        transitionDuration={0}
        onClose={() => setAnchor(undefined)}
      >
        {all.map(({ id, title }, index) => (
          <MenuItem
            key={id}
            dense
            role="menuitemcheckbox"
            aria-checked={shown.has(id)}
            // It names the row.
            disabled={index === 0}
            onClick={() => toggle(id)}
          >
            <MuiCheckbox
              size="small"
              color="primary"
              checked={shown.has(id)}
              disableRipple
              tabIndex={-1}
              inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
            />
            {title(t)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
