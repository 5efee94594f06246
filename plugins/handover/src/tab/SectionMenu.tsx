import type { SectionKey } from '@backstage-handover/plugin-handover-common';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import ContentsIcon from '@material-ui/icons/Toc';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { Button, useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  { button: { flex: 'none', minWidth: 40 } },
  { name: 'HandoverSectionMenu' },
);

const MENU_ID = 'handover-section-menu';

/** The table of contents as a menu, for a bar without room for it. */
export function SectionMenu({ sections }: { sections: readonly SectionKey[] }) {
  const { t } = useHandoverTranslation();
  const classes = useStyles();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('xs'), { noSsr: true });
  const [anchor, setAnchor] = useState<HTMLElement>();
  const { search } = useLocation();
  const navigate = useNavigate();
  const close = () => setAnchor(undefined);
  return (
    <>
      <Button
        className={classes.button}
        size="small"
        endIcon={narrow ? undefined : <ExpandIcon />}
        aria-label={t('tab.contents')}
        aria-haspopup="menu"
        aria-controls={anchor ? MENU_ID : undefined}
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {narrow ? <ContentsIcon /> : t('tab.contents')}
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
