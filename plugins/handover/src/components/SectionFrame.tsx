import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import LinkIcon from '@material-ui/icons/Link';
import type { ReactNode } from 'react';
import { SectionLink } from './SectionLink';
import { useHandoverTranslation } from './useHandoverTranslation';

/** Of the bar that stays at the top of the tab, in pixels. */
export const BAR_HEIGHT = 48;

const useStyles = makeStyles(
  theme => ({
    root: {
      // Leaves room for the bar, and air, above the heading that a link leads to.
      scrollMarginTop: `${BAR_HEIGHT + theme.spacing(1.5)}px`,
      // Nor does the bar hide what gets the focus.
      '& a, & button, & summary, & [tabindex]': {
        scrollMarginTop: `${BAR_HEIGHT + theme.spacing(1.5)}px`,
      },
      marginBottom: theme.spacing(2),
      padding: theme.spacing(1.5, 2.5, 2),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1, 1.5, 1.5) },
      '@media print': {
        boxShadow: 'none',
        border: '1px solid #bbb',
        breakInside: 'auto',
      },
    },
    danger: {
      border: `2px solid ${theme.palette.error.main}`,
      borderLeftWidth: 8,
    },
    header: {
      display: 'flex',
      alignItems: 'center',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1),
      marginBottom: theme.spacing(1),
      breakAfter: 'avoid',
    },
    title: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      margin: 0,
      fontSize: '1.1875rem',
      fontWeight: 600,
      lineHeight: 1.4,
      '&:focus': { outline: 'none' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 4,
      },
    },
    anchor: {
      display: 'inline-flex',
      padding: theme.spacing(0.5),
      color: theme.palette.text.secondary,
      '&:hover': { color: theme.palette.link },
      '@media print': { display: 'none' },
    },
    mark: { marginLeft: 'auto' },
  }),
  { name: 'HandoverSectionFrame' },
);

export type SectionFrameProps = {
  /** Part of the address after `#`. */
  id: string;
  title: string;
  icon?: ReactNode;
  /** Stands at the end of the heading line, usually a `CoverageMark`. */
  mark?: ReactNode;
  /** Makes the frame impossible to overlook. */
  danger?: boolean;
  children: ReactNode;
};

/** A section with its heading, its own address, and a landmark for screen readers. */
export function SectionFrame({
  id,
  title,
  icon,
  mark,
  danger,
  children,
}: SectionFrameProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const titleId = `${id}-title`;
  return (
    <Paper
      component="section"
      id={id}
      aria-labelledby={titleId}
      className={danger ? `${classes.root} ${classes.danger}` : classes.root}
    >
      <div className={classes.header}>
        <h2 id={titleId} tabIndex={-1} className={classes.title}>
          {icon}
          {title}
        </h2>
        <SectionLink
          to={id}
          className={classes.anchor}
          aria-label={t('common.linkTo', { title })}
        >
          <LinkIcon fontSize="small" aria-hidden />
        </SectionLink>
        {mark && <span className={classes.mark}>{mark}</span>}
      </div>
      {children}
    </Paper>
  );
}
