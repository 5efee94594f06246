import { makeStyles } from '@material-ui/core/styles';

const WIDTH = 120;
const HEIGHT = 28;

const useStyles = makeStyles(
  theme => ({
    root: { display: 'block', fill: theme.palette.primary.main },
    base: { stroke: theme.palette.divider },
  }),
  { name: 'HandoverTrend' },
);

/** A bar for each point; a point without a value leaves its place empty. */
export function Trend({
  values,
  label,
}: {
  values: readonly (number | null)[];
  label: string;
}) {
  const classes = useStyles();
  const max = Math.max(...values.map(value => value ?? 0), Number.MIN_VALUE);
  const step = WIDTH / values.length;
  return (
    <svg
      role="img"
      aria-label={label}
      className={classes.root}
      width={WIDTH}
      height={HEIGHT}
    >
      <line
        className={classes.base}
        x1={0}
        x2={WIDTH}
        y1={HEIGHT - 0.5}
        y2={HEIGHT - 0.5}
      />
      {values.map((value, index) => {
        // What is there can be seen, if it is small.
        const height = value ? Math.max(2, (value / max) * (HEIGHT - 2)) : 0;
        return value ? (
          <rect
            key={index}
            x={index * step + 1}
            y={HEIGHT - height}
            width={step - 2}
            height={height}
          />
        ) : null;
      })}
    </svg>
  );
}
