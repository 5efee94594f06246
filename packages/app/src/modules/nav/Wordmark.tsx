import { makeStyles } from '@material-ui/core';
import { Mark } from './Mark';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    fontSize: 20,
    fontWeight: 600,
    letterSpacing: '0.01em',
  },
});

/** The mark with the product's name, which is the same in every language. */
export const Wordmark = () => {
  const classes = useStyles();

  return (
    <span className={classes.root}>
      <Mark />
      Handover
    </span>
  );
};
