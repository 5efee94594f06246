import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(0, 0, 0.25),
      fontSize: '0.75rem',
      fontWeight: 600,
      letterSpacing: '0.02em',
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HandoverCellTitle' },
);

/** The title of a cell. A cell that is sometimes empty brings its own. */
export function CellTitle({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return <h3 className={classes.root}>{children}</h3>;
}
