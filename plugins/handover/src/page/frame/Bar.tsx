import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      minHeight: 40,
      // Room for the label that stands on the border of a field.
      padding: theme.spacing(1, 0),
    },
  }),
  { name: 'HandoverFleetBar' },
);

/** What stands side by side above the content of a view. */
export function Bar({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return <div className={classes.root}>{children}</div>;
}
