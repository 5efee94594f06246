import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
  }),
  { name: 'HandoverFleetNote' },
);

/** Something to know about the content of a view. */
export function Note({ children }: { children: ReactNode }) {
  return <p className={useStyles().root}>{children}</p>;
}
