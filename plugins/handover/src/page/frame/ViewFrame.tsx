import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(1.5, 2), marginBottom: theme.spacing(2) },
    title: { margin: 0, fontSize: '1.1875rem', fontWeight: 600 },
  }),
  { name: 'HandoverFleetView' },
);

/** The paper that a view stands on, with its heading. */
export function ViewFrame({
  title,
  children,
}: {
  /** Left out where the content brings its own. */
  title?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <Paper className={classes.root}>
      {title && <h2 className={classes.title}>{title}</h2>}
      {children}
    </Paper>
  );
}
