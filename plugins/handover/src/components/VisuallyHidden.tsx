import { makeStyles } from '@material-ui/core/styles';
import type { ComponentPropsWithoutRef } from 'react';

const useStyles = makeStyles(
  {
    root: {
      position: 'absolute',
      width: 1,
      height: 1,
      margin: -1,
      padding: 0,
      border: 0,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  },
  { name: 'HandoverVisuallyHidden' },
);

/** Text for screen readers alone. */
export function VisuallyHidden(props: ComponentPropsWithoutRef<'span'>) {
  const classes = useStyles();
  return <span {...props} className={classes.root} />;
}
