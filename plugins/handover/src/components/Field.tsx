import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0, lineHeight: 1.5 },
    wide: { gridColumn: '1 / -1' },
    label: {
      margin: theme.spacing(0, 0, 0.25),
      fontSize: '0.8125rem',
      fontWeight: 600,
      lineHeight: 1.5,
      color: theme.palette.text.secondary,
    },
    grid: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
      gap: theme.spacing(1.5, 3),
      marginBottom: theme.spacing(1.5),
      '&:last-child': { marginBottom: 0 },
    },
    list: {
      margin: 0,
      paddingLeft: theme.spacing(2.25),
      lineHeight: 1.5,
      '& > li': { marginBottom: theme.spacing(0.25) },
    },
  }),
  { name: 'HandoverField' },
);

export type FieldProps = {
  label: string;
  /** Takes the whole width. */
  wide?: boolean;
  children: ReactNode;
};

/** A part of a section under a heading of its own. */
export function Field({ label, wide, children }: FieldProps) {
  const classes = useStyles();
  return (
    <div className={wide ? `${classes.root} ${classes.wide}` : classes.root}>
      <h3 className={classes.label}>{label}</h3>
      {children}
    </div>
  );
}

/** Fields side by side, or below each other on small screens. */
export function FieldGrid({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return <div className={classes.grid}>{children}</div>;
}

/** A list of short texts; `ordered` where the order means something. */
export function ItemList({
  items,
  ordered,
}: {
  items: readonly ReactNode[];
  ordered?: boolean;
}) {
  const classes = useStyles();
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={classes.list}>
      {items.map((item, index) => (
        // A document's list has no keys of its own and is replaced as a whole.
        <li key={index}>{item}</li>
      ))}
    </List>
  );
}
