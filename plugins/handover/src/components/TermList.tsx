import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      // A long term takes several lines.
      gridTemplateColumns: 'fit-content(50%) minmax(0, 1fr)',
      gap: theme.spacing(1, 2),
      margin: 0,
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0, minWidth: 0 },
    },
  }),
  { name: 'HandoverTermList' },
);

/** Terms (`dt`) with what they are (`dd`) beside them. */
export function TermList({ children }: { children: ReactNode }) {
  return <dl className={useStyles().root}>{children}</dl>;
}
