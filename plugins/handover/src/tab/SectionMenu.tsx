import type { SectionKey } from '@backstage-handover/plugin-handover-common';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { Button, useHandoverTranslation } from '../components';

const MENU_ID = 'handover-section-menu';

/** The table of contents as a menu, for a bar without room for it. */
export function SectionMenu({ sections }: { sections: readonly SectionKey[] }) {
  const { t } = useHandoverTranslation();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const { search } = useLocation();
  const navigate = useNavigate();
  const close = () => setAnchor(undefined);
  return (
    <>
      <Button
        size="small"
        endIcon={<ExpandIcon />}
        aria-haspopup="menu"
        aria-controls={anchor ? MENU_ID : undefined}
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('tab.contents')}
      </Button>
      <Menu
        id={MENU_ID}
        anchorEl={anchor}
        open={Boolean(anchor)}
        transitionDuration={0}
        // The heading of the section gets the focus.
        disableRestoreFocus
        onClose={close}
      >
        {sections.map(key => (
          <MenuItem
            key={key}
            dense
            onClick={() => {
              close();
              navigate({ search, hash: key });
            }}
          >
            {t(`document.sections.${key}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
