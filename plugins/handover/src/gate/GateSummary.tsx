import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { Button, Freshness, useHandoverTranslation } from '../components';
import { useDateFormat } from './useDateFormat';
import { useGateDecisions } from './useGateDecisions';
import { useNow } from './useNow';
import { describeVerdict, isCurrent } from './verdict';
import { VerdictIcon } from './VerdictIcon';

const useStyles = makeStyles(
  theme => ({
    none: { margin: 0, fontSize: '0.875rem' },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      padding: theme.spacing(0.25, 0),
      fontSize: '0.875rem',
      lineHeight: 1.45,
      overflowWrap: 'anywhere',
    },
    environment: { fontWeight: 700 },
  }),
  { name: 'HandoverGateSummary' },
);

export type GateSummaryProps = { entityRef: string };

/** The verdict of every environment in the least space, for a card. */
export function GateSummary({ entityRef }: GateSummaryProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { locale, timeZone } = useDateFormat();
  const now = useNow();
  const gate = useGateDecisions(entityRef);

  if (gate.status === 'loading') {
    return (
      <Skeleton
        variant="rect"
        height={48}
        animation={false}
        role="status"
        aria-label={t('gate.strip.loading')}
      />
    );
  }
  if (gate.status === 'failed') {
    return (
      <div className={classes.item} role="alert">
        <VerdictIcon verdict="unknown" />
        <span>
          {t('gate.strip.failed', { message: gate.error.message })}{' '}
          <Button size="small" onClick={gate.retry}>
            {t('gate.strip.retry')}
          </Button>
        </span>
      </div>
    );
  }
  if (gate.decisions.length === 0) {
    return <p className={classes.none}>{t('gate.strip.noEnvironments')}</p>;
  }
  const gateNow = gate.gateNow();
  return (
    <>
      <ul className={classes.list} aria-label={t('gate.strip.title')}>
        {gate.decisions.map(decision => {
          const outdated =
            gate.freshness.failure && !isCurrent(decision, gateNow);
          const { verdict, reason } = outdated
            ? { verdict: t('gate.strip.failedChip'), reason: undefined }
            : describeVerdict(decision, t, { locale, timeZone, now });
          return (
            <li key={decision.environment} className={classes.item}>
              <VerdictIcon verdict={outdated ? 'unknown' : decision.verdict} />
              <span>
                <span className={classes.environment}>
                  {decision.environment}:
                </span>{' '}
                {reason
                  ? t('gate.strip.withReason', { verdict, reason })
                  : verdict}
              </span>
            </li>
          );
        })}
      </ul>
      <Freshness urgent freshness={gate.freshness} />
    </>
  );
}
