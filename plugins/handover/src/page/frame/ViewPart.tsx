import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(3) },
    title: { margin: 0, fontSize: '1rem', fontWeight: 600 },
  }),
  { name: 'HandoverFleetPart' },
);

/** A part of a view below its main content. */
export function ViewPart({
  title,
  isBusy,
  children,
}: {
  /** Left out where the caption of a table says it. */
  title?: string;
  /** Whether it shows the previous result. */
  isBusy?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root} aria-busy={isBusy}>
      {title && <h3 className={classes.title}>{title}</h3>}
      {children}
    </div>
  );
}
