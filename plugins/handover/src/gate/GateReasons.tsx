import type { GateDecision } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import { useHandoverTranslation } from '../components';
import { GateReasonItem, reasonKey } from './GateReasonItem';
import { RequestButton } from './overrides';
import { formatDistance, formatInstant, type InstantFormat } from './time';
import { useRollbackVerdict } from './useRollbackVerdict';
import {
  describeNotFound,
  reasonsTitle,
  sortReasons,
  verdictEnd,
} from './verdict';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: theme.spacing(1, 0), padding: 0 },
    title: { margin: 0, fontSize: '1rem', fontWeight: 700 },
    line: { margin: theme.spacing(0.5, 0), fontSize: '0.875rem' },
    ahead: {
      margin: theme.spacing(1.5, 0, 0),
      fontSize: '0.875rem',
      fontWeight: 700,
    },
    meta: {
      margin: 0,
      color: theme.palette.text.secondary,
      fontSize: '0.8125rem',
      lineHeight: 1.45,
    },
  }),
  { name: 'HandoverGateReasons' },
);

/** A handover may have fifty windows; the calendar shows them all. */
const SHOWN_AHEAD = 5;
const AHEAD_ID = 'handover-gate-ahead';

const ROLLBACK = {
  open: 'gate.reasons.rollbackOpen',
  closed: 'gate.reasons.rollbackClosed',
  unknown: 'gate.reasons.rollbackUnknown',
} as const;

export type GateReasonsProps = {
  entityRef: string;
  decision: GateDecision;
  format: InstantFormat;
};

/** Why the gate of one environment is as it is, when that ends, and whether a rollback may pass. */
export function GateReasons({ entityRef, decision, format }: GateReasonsProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { verdict, change, environment } = decision;
  const rollback = useRollbackVerdict(entityRef, decision);
  const { decisive, ahead } = sortReasons(decision);
  const end = verdictEnd(decision);
  const notFound = describeNotFound(decision, format);
  const ending = {
    open: 'gate.reasons.openUntil',
    closed: 'gate.reasons.closedUntil',
  } as const;
  return (
    <>
      <h4 className={classes.title}>{reasonsTitle(decision, t)}</h4>
      <p className={classes.line}>
        {end &&
          verdict !== 'unknown' &&
          t(ending[verdict], {
            time: formatInstant(end, format),
            distance: formatDistance(end, format),
          })}
        {!end && notFound && t(notFound.key, { time: notFound.time })}{' '}
        {rollback && change !== 'rollback' && (
          <strong>{t(ROLLBACK[rollback])}</strong>
        )}
      </p>
      <ul className={classes.list}>
        {decisive.map(reason => (
          <GateReasonItem
            key={reasonKey(reason)}
            reason={reason}
            format={format}
            showCalendar={decision.calendars.length > 1}
          />
        ))}
      </ul>
      {ahead.length > 0 && (
        <>
          <h4 className={classes.ahead} id={AHEAD_ID}>
            {t('gate.reasons.ahead')}
          </h4>
          <ul className={classes.list} aria-labelledby={AHEAD_ID}>
            {ahead.slice(0, SHOWN_AHEAD).map(reason => (
              <GateReasonItem
                key={reasonKey(reason)}
                reason={reason}
                format={format}
                showCalendar={decision.calendars.length > 1}
              />
            ))}
          </ul>
          {ahead.length > SHOWN_AHEAD && (
            <p className={classes.meta}>
              {t('gate.reasons.more', { count: ahead.length - SHOWN_AHEAD })}
            </p>
          )}
        </>
      )}
      <RequestButton
        entityRef={entityRef}
        environments={verdict === 'open' ? [] : [environment]}
      />
      <p className={classes.meta}>
        {decision.revision === undefined
          ? t('gate.reasons.evaluated', {
              time: formatInstant(decision.at, format),
            })
          : t('gate.reasons.evaluatedRevision', {
              time: formatInstant(decision.at, format),
              revision: String(decision.revision),
            })}
      </p>
    </>
  );
}
