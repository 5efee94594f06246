import type {
  InitiativeDay,
  InitiativeForecast,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import {
  formatDate,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { formatCount } from '../formats';
import { totalOf } from './countWords';
import { daysBetween } from './days';

/** Of the drawing; it is stretched to the room there is. */
const HEIGHT = 100;

const useStyles = makeStyles(
  theme => ({
    chart: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0.5, 1),
      maxWidth: 960,
      fontSize: '0.75rem',
      color: theme.palette.text.secondary,
      fontVariantNumeric: 'tabular-nums',
    },
    counts: {
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      textAlign: 'right',
    },
    drawing: {
      display: 'block',
      width: '100%',
      height: 200,
      borderLeft: `1px solid ${theme.palette.divider}`,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    days: {
      gridColumn: 2,
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 1),
    },
    reached: { fill: theme.palette.primary.main },
    unknown: { stroke: theme.palette.primary.main },
    open: { fill: theme.palette.action.selected },
    line: {
      fill: 'none',
      stroke: theme.palette.text.primary,
      strokeWidth: 2,
      vectorEffect: 'non-scaling-stroke',
    },
    lastDay: {
      stroke: theme.palette.error.main,
      strokeWidth: 1,
      vectorEffect: 'non-scaling-stroke',
    },
    forecast: { strokeDasharray: '2 4' },
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: theme.spacing(1, 0),
      padding: 0,
      listStyle: 'none',
      fontSize: '0.8125rem',
    },
    entry: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
    sample: { flex: 'none', width: 24, height: 12 },
  }),
  { name: 'HandoverBurnUpChart' },
);

export type BurnUpChartProps = {
  /** One entry for each day. */
  days: readonly InitiativeDay[];
  forecast?: InitiativeForecast;
  endsOn: string;
  /** Says what it shows. */
  label: string;
};

/** Services by progress on each day, and where the total is. The table beside it says the same. */
export function BurnUpChart({
  days,
  forecast,
  endsOn,
  label,
}: BurnUpChartProps) {
  const classes = useStyles();
  const language = useLanguage();
  // Colons are no part of a name in `url()`.
  const pattern = useId().replace(/\W/g, '');
  const from = days[0].day;
  const last = days[days.length - 1];
  const to = last.day > endsOn ? last.day : endsOn;
  // Each day is as wide as the others, and its counts are those of its end.
  const width = daysBetween(from, to) + 1;
  const max = Math.max(...days.map(totalOf), 1);
  const xOf = (day: string) => daysBetween(from, day) + 1;
  const yOf = (count: number) => HEIGHT * (1 - count / max);
  const topOf = (countOf: (day: InitiativeDay) => number) => [
    [0, yOf(countOf(days[0]))],
    ...days.map(day => [xOf(day.day), yOf(countOf(day))]),
  ];
  const areaOf = (countOf: (day: InitiativeDay) => number) =>
    [[0, HEIGHT], ...topOf(countOf), [xOf(last.day), HEIGHT]].join(' ');
  return (
    <>
      <div className={classes.chart}>
        <div className={classes.counts} aria-hidden>
          <span>{formatCount(max, language)}</span>
          <span>0</span>
        </div>
        <svg
          role="img"
          aria-label={label}
          className={classes.drawing}
          viewBox={`0 0 ${width} ${HEIGHT}`}
          preserveAspectRatio="none"
        >
          <Stripes id={pattern} width={width} />
          <polygon className={classes.open} points={areaOf(totalOf)} />
          <polygon
            fill={`url(#${pattern})`}
            points={areaOf(({ reached, unknown }) => reached + unknown)}
          />
          <polygon
            className={classes.reached}
            points={areaOf(({ reached }) => reached)}
          />
          <polyline
            className={classes.line}
            points={topOf(totalOf).join(' ')}
          />
          {forecast?.kind === 'date' && (
            <line
              className={`${classes.line} ${classes.forecast}`}
              x1={xOf(last.day)}
              y1={yOf(last.reached)}
              x2={xOf(forecast.day)}
              y2={yOf(totalOf(last))}
            />
          )}
          {to > endsOn && (
            <line
              className={classes.lastDay}
              x1={xOf(endsOn)}
              x2={xOf(endsOn)}
              y1={0}
              y2={HEIGHT}
            />
          )}
        </svg>
        <div className={classes.days} aria-hidden>
          <span>{formatDate(from, language)}</span>
          <span>{formatDate(to, language)}</span>
        </div>
      </div>
      <Legend
        pattern={pattern}
        hasForecast={forecast?.kind === 'date'}
        isOver={to > endsOn}
      />
    </>
  );
}

/** What is unknown is striped, in the direction of the time. */
function Stripes({ id, width }: { id: string; width: number }) {
  const classes = useStyles();
  return (
    <defs>
      <pattern id={id} width={width} height="2" patternUnits="userSpaceOnUse">
        <line
          className={classes.unknown}
          x1="0"
          x2={width}
          y1="0.5"
          y2="0.5"
          strokeWidth="0.7"
        />
      </pattern>
    </defs>
  );
}

function Legend({
  pattern,
  hasForecast,
  isOver,
}: {
  pattern: string;
  hasForecast: boolean;
  isOver: boolean;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const area = (className?: string, fill?: string) => (
    <rect className={className} fill={fill} width="24" height="12" />
  );
  const line = (className: string) => (
    <line className={className} x1="0" x2="24" y1="6" y2="6" />
  );
  const entries = [
    [t('initiatives.progress.reached'), area(classes.reached)],
    [t('initiatives.progress.unknown'), area(undefined, `url(#${pattern})`)],
    [t('initiatives.progress.open'), area(classes.open)],
    [t('initiatives.one.total'), line(classes.line)],
    ...(hasForecast
      ? [
          [
            t('initiatives.one.forecastLine'),
            line(`${classes.line} ${classes.forecast}`),
          ],
        ]
      : []),
    ...(isOver ? [[t('initiatives.lastDay'), line(classes.lastDay)]] : []),
  ] as const;
  return (
    // The chart and the table say it to screen readers.
    <ul className={classes.legend} aria-hidden>
      {entries.map(([word, sample]) => (
        <li key={String(word)} className={classes.entry}>
          <svg className={classes.sample}>{sample}</svg>
          {word}
        </li>
      ))}
    </ul>
  );
}
