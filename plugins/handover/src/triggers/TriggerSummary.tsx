import type {
  RollbackTriggers,
  TriggerWatch,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import {
  formatClock,
  formatDuration,
  formatRelative,
  Freshness,
  type HandoverCellProps,
  HealthIcon,
  SectionLink,
  Unread,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { LEVELS } from './levels';
import { useTriggers } from './useTriggers';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0, 1),
      fontSize: '0.875rem',
      lineHeight: 1.45,
      overflowWrap: 'anywhere',
    },
    show: {
      color: theme.palette.link,
      // In a sentence, colour alone is not enough.
      textDecoration: 'underline',
      '@media print': { display: 'none' },
    },
  }),
  { name: 'HandoverTriggerSummary' },
);

export type TriggerSummaryProps = HandoverCellProps & {
  /**
   * Where the last deployment is also named elsewhere: what to show of the
   * sentence that names it, once a trigger is met.
   */
  showChange?: (watch: TriggerWatch, sentence: ReactNode) => ReactNode;
};

/**
 * How many triggers are met and how long there is to decide, in a line. Nothing
 * if none is met long after a deployment, unless it is unknown whether there was
 * one.
 */
export function TriggerSummary({
  entityRef,
  showChange = (_, sentence) => sentence,
}: TriggerSummaryProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reading = useTriggers(entityRef);
  if (reading.status === 'loading') {
    return null;
  }
  if (reading.status === 'failed') {
    return (
      <Unread
        reading={reading}
        message={t('triggers.failed', { message: reading.error.message })}
      />
    );
  }
  const { items, sources, watch, watchUnknown } = reading.data;
  const met = items.filter(({ state }) => state === 'met').length;
  const unknown = items.filter(({ state }) => state === 'unknown').length;
  const isWatched = watch !== undefined || (watchUnknown && unknown > 0);
  if (sources.length === 0 || (met === 0 && !isWatched)) {
    return null;
  }
  return (
    <>
      <div className={classes.line}>
        <HealthIcon level={LEVELS[worstOf(met, unknown)]} />
        <span>
          <Sentence triggers={reading.data} met={met} unknown={unknown} />{' '}
          {watch &&
            (met > 0 ? (
              showChange(watch, <Watch watch={watch} isDue />)
            ) : (
              <Watch watch={watch} isDue={false} />
            ))}
          {watchUnknown && t('triggers.summary.watchUnknown')}{' '}
          <SectionLink to="rollback" className={classes.show}>
            {t('triggers.summary.show')}
          </SectionLink>
        </span>
      </div>
      {/* The list of triggers announces it. */}
      <Freshness freshness={reading.freshness} quiet silent />
    </>
  );
}

function worstOf(met: number, unknown: number) {
  if (met > 0) {
    return 'met';
  }
  return unknown > 0 ? 'unknown' : 'notMet';
}

function Sentence({
  triggers: { items, watch },
  met,
  unknown,
}: {
  triggers: RollbackTriggers;
  met: number;
  unknown: number;
}) {
  const { t } = useHandoverTranslation();
  const total = String(items.length);
  if (met > 0) {
    return (
      <>
        <strong>
          <Decision
            met={t('triggers.summary.met', { count: met, total })}
            decideBy={watch?.decideBy}
          />
        </strong>{' '}
        {unknown > 0 && t('triggers.summary.moreUnknown', { count: unknown })}
      </>
    );
  }
  return unknown > 0 ? (
    <>
      {t('triggers.summary.unknown', { count: unknown, total })}{' '}
      {unknown < items.length && t('triggers.summary.others')}
    </>
  ) : (
    <>{t('triggers.summary.none')}</>
  );
}

/** What is met, and how much of the time to decide is left. */
function Decision({ met, decideBy }: { met: string; decideBy?: string }) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  if (decideBy === undefined) {
    return <>{t('triggers.summary.plain', { met })}</>;
  }
  const now = Date.now();
  // Better too early than too late.
  const minutes = Math.floor((Date.parse(decideBy) - now) / 60_000);
  if (minutes < 0) {
    const ago = formatRelative(decideBy, now, language);
    return <>{t('triggers.summary.late', { met, ago })}</>;
  }
  if (minutes === 0) {
    return <>{t('triggers.summary.decideNow', { met })}</>;
  }
  const left = `PT${Math.floor(minutes / 60)}H${minutes % 60}M`;
  const duration = formatDuration(left, language);
  return <>{t('triggers.summary.decide', { met, duration })}</>;
}

const RELEASE = {
  succeeded: 'triggers.summary.release',
  running: 'triggers.summary.releaseRunning',
  failed: 'triggers.summary.releaseFailed',
} as const;

const DEPLOYMENT = {
  succeeded: 'triggers.summary.deployment',
  running: 'triggers.summary.deploymentRunning',
  failed: 'triggers.summary.deploymentFailed',
} as const;

/** After which deployment triggers are watched, and until when, unless it is time to decide. */
function Watch({ watch, isDue }: { watch: TriggerWatch; isDue: boolean }) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { environment, version, deployedAt, outcome, until } = watch;
  const now = Date.now();
  const words = {
    environment,
    ago: formatRelative(deployedAt, now, language),
  };
  return (
    <>
      {version === undefined
        ? t(DEPLOYMENT[outcome ?? 'succeeded'], words)
        : t(RELEASE[outcome ?? 'succeeded'], { ...words, version })}{' '}
      {!isDue &&
        t('triggers.summary.until', {
          time: formatClock(Date.parse(until), now, language),
        })}
    </>
  );
}
