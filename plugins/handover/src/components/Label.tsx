import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      padding: theme.spacing(0.125, 1),
      border: `1px solid ${theme.palette.text.secondary}`,
      borderRadius: 12,
      fontSize: '0.75rem',
      fontWeight: 600,
      lineHeight: 1.5,
      color: theme.palette.text.primary,
      '& svg': { fontSize: '1rem' },
    },
    strong: {
      borderColor: theme.palette.error.main,
      borderWidth: 2,
    },
  }),
  { name: 'HandoverLabel' },
);

/** A short fact beside a title. `strong` ones have a thick red border. */
export function Label({
  strong,
  children,
}: {
  strong?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <span
      className={strong ? `${classes.root} ${classes.strong}` : classes.root}
    >
      {children}
    </span>
  );
}
