import type {
  GateDecision,
  GateReason,
  Verdict,
} from '@backstage-handover/plugin-handover-common';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import useAsync from 'react-use/esm/useAsync';
import { handoverApiRef } from '../api';
import { Markdown, useHandoverTranslation } from '../components';
import {
  formatDistance,
  formatInstant,
  formatInterval,
  type InstantFormat,
} from './time';
import { sortReasons, verdictEnd } from './verdict';
import { VerdictIcon } from './VerdictIcon';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: theme.spacing(1, 0), padding: 0 },
    item: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.75, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    body: { minWidth: 0, overflowWrap: 'anywhere' },
    title: { margin: 0, fontSize: '1rem', fontWeight: 700 },
    line: { margin: theme.spacing(0.5, 0), fontSize: '0.875rem' },
    ahead: {
      margin: theme.spacing(1.5, 0, 0),
      fontSize: '0.875rem',
      fontWeight: 700,
    },
    name: { fontWeight: 600 },
    meta: {
      margin: 0,
      color: theme.palette.text.secondary,
      fontSize: '0.8125rem',
      lineHeight: 1.45,
    },
  }),
  { name: 'HandoverGateReasons' },
);

/** A window that lies ahead is marked with what it will say, not with what it says now. */
function futureVerdict({ kind, verdict, active }: GateReason): Verdict {
  if (kind !== 'window' || active !== false || verdict === 'unknown') {
    return verdict;
  }
  return verdict === 'open' ? 'closed' : 'open';
}

type ReasonItemProps = {
  reason: GateReason;
  format: InstantFormat;
  /** Where there is but one calendar, its name says nothing. */
  showCalendar: boolean;
};

function ReasonItem({ reason, format, showCalendar }: ReasonItemProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { start, end, timeZone } = reason;
  const meta = [];
  if (start && end) {
    const interval = formatInterval(start, end, format);
    const label = reason.active
      ? t('gate.reasons.activeNow')
      : t('gate.reasons.next');
    meta.push(`${label}: ${interval}`);
    if (timeZone && timeZone !== format.timeZone) {
      meta.push(
        t('gate.reasons.inZone', {
          interval: formatInterval(start, end, { ...format, timeZone }),
          timeZone,
        }),
      );
    }
  }
  if (reason.calendar && showCalendar) {
    meta.push(t('gate.reasons.calendar', { calendar: reason.calendar }));
  }
  return (
    <li className={classes.item}>
      <VerdictIcon verdict={futureVerdict(reason)} />
      <div className={classes.body}>
        <div className={classes.name}>
          {reason.link ? (
            <Link to={reason.link}>{reason.title}</Link>
          ) : (
            reason.title
          )}
        </div>
        {reason.reason && <Markdown content={reason.reason} />}
        {meta.map(line => (
          <div key={line} className={classes.meta}>
            {line}
          </div>
        ))}
      </div>
    </li>
  );
}

/** A handover may have fifty windows; the calendar shows them all. */
const SHOWN_AHEAD = 5;
const AHEAD_ID = 'handover-gate-ahead';

const reasonKey = ({ kind, calendar, window, title }: GateReason) =>
  [kind, calendar, window, title].join('/');

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
  const api = useApi(handoverApiRef);
  const { environment, verdict } = decision;

  // The first question in a night of trouble: may it at least be rolled back?
  const { value: rollback } = useAsync(
    async () =>
      verdict === 'open'
        ? undefined
        : api.gate.getDecision(entityRef, { environment, change: 'rollback' }),
    [api, entityRef, environment, verdict, decision.at],
  );

  const { decisive, ahead } = sortReasons(decision);
  const end = verdictEnd(decision);
  const ending = {
    open: 'gate.reasons.openUntil',
    closed: 'gate.reasons.closedUntil',
  } as const;
  return (
    <>
      <h4 className={classes.title}>
        {t(`gate.reasons.title_${verdict}`, { environment })}
      </h4>
      <p className={classes.line}>
        {end &&
          verdict !== 'unknown' &&
          t(ending[verdict], {
            time: formatInstant(end, format),
            distance: formatDistance(end, format),
          })}
        {!end && verdict === 'closed' && t('gate.reasons.neverOpens')}{' '}
        {rollback && <strong>{t(ROLLBACK[rollback.verdict])}</strong>}
      </p>
      <ul className={classes.list}>
        {decisive.map(reason => (
          <ReasonItem
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
              <ReasonItem
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
