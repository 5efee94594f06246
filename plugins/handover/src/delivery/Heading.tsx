import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      margin: theme.spacing(2, 0, 0.5),
    },
    title: { margin: 0, fontSize: '1rem', fontWeight: 600 },
  }),
  { name: 'HandoverDeliveryHeading' },
);

/** The title of a part of delivery, and what stands beside it. */
export function Heading({
  title,
  children,
}: {
  title: string;
  children?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <h3 className={classes.title}>{title}</h3>
      {children}
    </div>
  );
}
