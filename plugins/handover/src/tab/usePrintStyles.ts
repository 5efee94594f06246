import { makeStyles } from '@material-ui/core/styles';

/**
 * On paper the handover stands alone: what the portal puts around it is left
 * out, the page is as long as it has to be, and colours are those of paper.
 */
export const usePrintStyles = makeStyles(
  {
    '@global': {
      '@media print': {
        'nav, header, [data-testid="sidebar-root"], [role="tablist"]': {
          display: 'none !important',
        },
        // A dark theme would print white on white.
        'body *:not(svg):not(path)': {
          color: '#000 !important',
          backgroundColor: 'transparent !important',
        },
        // Nobody can follow a link on paper.
        'a[href^="http"]::after, a[href^="mailto:"]::after': {
          content: '" (" attr(href) ")"',
          overflowWrap: 'anywhere',
        },
        'html, body, #root, main, article': {
          display: 'block !important',
          height: 'auto !important',
          overflow: 'visible !important',
          padding: '0 !important',
          margin: '0 !important',
          backgroundColor: '#fff !important',
        },
      },
    },
  },
  { name: 'HandoverPrint' },
);
