import type { Metrics } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import MuiToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import {
  framed,
  type Reading,
  Unread,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { Heading } from './Heading';
import { spanOf } from './span';
import { Trend } from './Trend';

const ToggleButton = framed(MuiToggleButton);

const DAYS = [30, 90] as const;

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(168px, 1fr))',
      gap: theme.spacing(1.5, 3),
      margin: theme.spacing(1, 0, 0),
    },
    name: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
    value: { margin: 0, fontSize: '1.125rem', fontWeight: 600 },
    sample: {
      fontSize: '0.8125rem',
      fontWeight: 400,
      color: theme.palette.text.secondary,
    },
    remark: {
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
      margin: theme.spacing(1, 0, 0),
    },
    button: {
      padding: theme.spacing(0.25, 1.25),
      textTransform: 'none',
      '&, &.Mui-selected': { color: theme.palette.text.primary },
    },
  }),
  { name: 'HandoverMetrics' },
);

/** DORA's four measures, each with its sample and its trend. */
export function MetricsPanel({
  reading,
  days,
  onDays,
}: {
  reading: Reading<Metrics>;
  days: 30 | 90;
  onDays: (days: 30 | 90) => void;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <>
      <Heading
        title={
          reading.status === 'ready'
            ? t('delivery.metrics.title', {
                environment: reading.data.environment,
              })
            : t('delivery.metrics.untitled')
        }
      >
        <ToggleButtonGroup
          exclusive
          size="small"
          value={days}
          aria-label={t('delivery.metrics.period')}
          onChange={(_, next) => next && onDays(next)}
        >
          {DAYS.map(each => (
            <ToggleButton key={each} value={each} className={classes.button}>
              {t('delivery.metrics.days', { days: String(each) })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Heading>
      {reading.status === 'loading' && (
        <p role="status">{t('delivery.loading')}</p>
      )}
      {reading.status === 'failed' && (
        <Unread
          reading={reading}
          message={t('delivery.failed', { message: reading.error.message })}
        />
      )}
      {reading.status === 'ready' && <Measures metrics={reading.data} />}
    </>
  );
}

function Measures({ metrics }: { metrics: Metrics }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { deploymentFrequency, leadTime, changeFailureRate, timeToRestore } =
    metrics;
  const none = t('delivery.metrics.none');
  const number = (value: number, digits = 1) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(
      value,
    );
  const percent = (value: number) =>
    new Intl.NumberFormat(language, {
      style: 'percent',
      maximumFractionDigits: 0,
    }).format(value);
  const span = (seconds: number) => spanOf(seconds, language);
  const measures = [
    {
      title: t('delivery.metrics.frequency'),
      value: t('delivery.metrics.perWeek', {
        count: number(deploymentFrequency.perWeek),
      } as never),
      sample: t('delivery.metrics.deployments', {
        count: deploymentFrequency.count,
      }),
      trend: deploymentFrequency.trend,
      format: (value: number) => number(value, 0),
    },
    {
      title: t('delivery.metrics.leadTime'),
      value:
        leadTime.medianSeconds === undefined
          ? none
          : span(leadTime.medianSeconds),
      sample: t('delivery.metrics.changes', { count: leadTime.sampleSize }),
      trend: leadTime.trend,
      format: span,
    },
    {
      title: t('delivery.metrics.changeFailureRate'),
      value:
        changeFailureRate.ratio === undefined
          ? none
          : percent(changeFailureRate.ratio),
      sample: [
        t('delivery.metrics.ofDeployments', {
          failed: String(changeFailureRate.failed),
          count: String(changeFailureRate.sampleSize),
        } as never),
        ...(changeFailureRate.notStarted > 0
          ? [
              t('delivery.metrics.notStarted', {
                count: changeFailureRate.notStarted,
              }),
            ]
          : []),
      ].join(', '),
      trend: changeFailureRate.trend,
      format: percent,
    },
    {
      title: t('delivery.metrics.timeToRestore'),
      value:
        timeToRestore.medianSeconds === undefined
          ? none
          : span(timeToRestore.medianSeconds),
      sample: t('delivery.metrics.failures', {
        count: timeToRestore.sampleSize,
      }),
      trend: timeToRestore.trend,
      format: span,
    },
  ];
  return (
    <>
      <dl className={classes.grid}>
        {measures.map(({ title, value, sample, trend, format }) => (
          <div key={title}>
            <dt className={classes.name}>{title}</dt>
            <dd className={classes.value}>
              {value}
              <div className={classes.sample}>{sample}</div>
              <Trend
                values={trend}
                label={t('delivery.metrics.trend', {
                  title,
                  days: String(metrics.days),
                  values: trend
                    .map(each => (each === null ? none : format(each)))
                    .join(', '),
                })}
              />
            </dd>
          </div>
        ))}
      </dl>
      {metrics.startsUnknown && (
        <p className={classes.remark}>
          {t('delivery.metrics.startsUnknown', {
            reason: metrics.startsUnknown,
          })}
        </p>
      )}
    </>
  );
}
