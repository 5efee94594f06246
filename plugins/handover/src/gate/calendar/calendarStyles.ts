import { makeStyles } from '@material-ui/core/styles';

/**
 * The calendar in the portal's own colours. Its stylesheet sets custom
 * properties on the element that has the colour scheme, so they are set again
 * there. Windows that deny are filled and hatched, windows that allow are
 * outlined: they can be told apart without colour.
 */
export const useCalendarStyles = makeStyles(
  theme => {
    const dark = theme.palette.type === 'dark';
    const deny = dark ? '#8c1d18' : '#a3231d';
    const hatch = dark ? '#7a1611' : '#8f1a15';
    const allow = dark ? '#7fd18b' : '#1b6e2c';
    const colors = {
      '--fc-classic-background': theme.palette.background.paper,
      '--fc-classic-foreground': theme.palette.text.primary,
      '--fc-classic-muted-foreground': theme.palette.text.secondary,
      '--fc-classic-faint-foreground': theme.palette.text.secondary,
      '--fc-classic-border': theme.palette.divider,
      '--fc-classic-strong-border': theme.palette.text.secondary,
      '--fc-classic-now': theme.palette.text.primary,
      '--fc-classic-today': dark ? '#ffffff1a' : '#0000000f',
    };
    return {
      root: {
        ...colors,
        position: 'relative',
        minHeight: 420,
        fontSize: '0.875rem',
        '& [data-color-scheme]': colors,
        '& a, & button': { color: 'inherit' },
        '& [role="button"]:focus-visible, & a:focus-visible, & button:focus-visible':
          {
            outline: `2px solid ${theme.palette.link}`,
            outlineOffset: 1,
          },
        // Whoever prints has the windows in words.
        '@media print': { display: 'none' },
      },
      status: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: theme.spacing(1),
        minHeight: 36,
      },
      legend: {
        display: 'flex',
        flexWrap: 'wrap',
        gap: theme.spacing(2),
        listStyle: 'none',
        margin: 0,
        padding: 0,
        fontSize: '0.8125rem',
        '& li': {
          display: 'flex',
          alignItems: 'center',
          gap: theme.spacing(0.75),
        },
      },
      event: { cursor: 'pointer', borderRadius: 3, overflow: 'hidden' },
      deny: {
        color: '#fff',
        border: `1px solid ${deny}`,
        backgroundColor: deny,
        backgroundImage: `repeating-linear-gradient(135deg, ${hatch} 0 4px, transparent 4px 9px)`,
      },
      allow: {
        color: theme.palette.text.primary,
        border: `1px dashed ${allow}`,
        backgroundColor: theme.palette.background.paper,
      },
      // What comes every day is a shade behind what does not.
      routine: {
        border: '1px solid transparent',
        color: theme.palette.text.primary,
        backgroundImage: 'none',
        backgroundColor: theme.palette.background.paper,
        '& $title, & $titleInFull': { fontWeight: 'normal' },
      },
      routineDeny: { backgroundColor: dark ? '#8c1d1840' : '#a3231d1a' },
      routineAllow: { backgroundColor: dark ? '#7fd18b26' : '#1b6e2c14' },
      environments: { minWidth: 0, opacity: 0.9 },
      // The title takes a line of its own where the time leaves it no room.
      content: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 4,
        minWidth: 0,
        padding: '1px 4px',
        fontSize: '0.75rem',
        lineHeight: 1.35,
      },
      listButton: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 6,
        width: '100%',
        padding: '2px 0',
        border: 0,
        background: 'none',
        font: 'inherit',
        fontSize: '0.875rem',
        textAlign: 'left',
        cursor: 'pointer',
      },
      muted: { color: theme.palette.text.secondary },
      hidden: { display: 'none' },
      icon: { fontSize: '0.875rem', flex: 'none' },
      allowIcon: { color: allow },
      denyIcon: { color: theme.palette.error.main },
      // The calendar takes white for the text of every event.
      allowContent: { color: theme.palette.text.primary },
      time: { flex: 'none', fontVariantNumeric: 'tabular-nums' },
      // In a week the axis tells the time, and columns are high and narrow.
      timeBelow: {
        order: 1,
        minWidth: 0,
        fontVariantNumeric: 'tabular-nums',
      },
      titleInFull: {
        minWidth: 0,
        maxWidth: '100%',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        fontWeight: 600,
      },
      title: {
        minWidth: 0,
        maxWidth: '100%',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        fontWeight: 600,
      },
    };
  },
  { name: 'HandoverCalendar' },
);
