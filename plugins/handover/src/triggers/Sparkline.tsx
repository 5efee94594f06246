import type { TriggerHistory } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';

/** Of the drawing; it is stretched to the room there is. */
const HEIGHT = 40;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'block',
      width: '100%',
      height: HEIGHT,
      overflow: 'visible',
      '& *': { vectorEffect: 'non-scaling-stroke' },
    },
    values: {
      fill: 'none',
      stroke: theme.palette.text.primary,
      strokeWidth: 1.5,
      strokeLinecap: 'round',
    },
    limit: {
      stroke: theme.palette.error.main,
      strokeWidth: 1,
      strokeDasharray: '4 3',
    },
    deployment: { stroke: theme.palette.text.secondary, strokeWidth: 1 },
  }),
  { name: 'HandoverSparkline' },
);

/**
 * Values over time, the value beyond which they are bad as a dashed line, and a
 * deployment as an upright one. Where a value is missing, the line is broken.
 */
export function Sparkline({
  history: { from, stepSeconds, values },
  limit,
  deployedAt,
  label,
}: {
  history: TriggerHistory;
  limit: number;
  deployedAt?: string;
  /** Says what it shows. */
  label: string;
}) {
  const classes = useStyles();
  const known = values.filter(value => value !== null);
  const min = Math.min(0, limit, ...known);
  const max = Math.max(limit, ...known);
  const yOf = (value: number) =>
    max > min ? HEIGHT * (1 - (value - min) / (max - min)) : HEIGHT / 2;
  const width = Math.max(1, values.length - 1);
  const deployment =
    deployedAt === undefined
      ? undefined
      : (Date.parse(deployedAt) - Date.parse(from)) / 1_000 / stepSeconds;
  return (
    <svg
      role="img"
      aria-label={label}
      className={classes.root}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      <line
        className={classes.limit}
        x1={0}
        x2={width}
        y1={yOf(limit)}
        y2={yOf(limit)}
      />
      {deployment !== undefined && deployment >= 0 && deployment <= width && (
        <line
          className={classes.deployment}
          x1={deployment}
          x2={deployment}
          y1={0}
          y2={HEIGHT}
        />
      )}
      {runsOf(values).map(({ start, run }) => (
        <polyline
          key={start}
          className={classes.values}
          // One point alone is a dot.
          points={[...run, run[run.length - 1]]
            .map((value, index) =>
              [start + Math.min(index, run.length - 1), yOf(value)].join(),
            )
            .join(' ')}
        />
      ))}
    </svg>
  );
}

/** Values without one missing between them. */
function runsOf(values: readonly (number | null)[]) {
  const runs: { start: number; run: number[] }[] = [];
  values.forEach((value, index) => {
    const last = runs[runs.length - 1];
    if (value === null) {
      return;
    }
    if (last && last.start + last.run.length === index) {
      last.run.push(value);
    } else {
      runs.push({ start: index, run: [value] });
    }
  });
  return runs;
}
