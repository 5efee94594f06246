import type {
  GateReason,
  Verdict,
} from '@backstage-handover/plugin-handover-common';
import { unknownKind } from '@backstage-handover/plugin-handover-common/gate';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import NoticeIcon from '@material-ui/icons/InfoOutlined';
import { Markdown, useHandoverTranslation } from '../components';
import { formatInstant, formatInterval, type InstantFormat } from './time';
import { VerdictIcon } from './VerdictIcon';

const useStyles = makeStyles(
  theme => ({
    item: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.75, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    body: { minWidth: 0, overflowWrap: 'anywhere' },
    name: { fontWeight: 600 },
    notice: {
      flex: 'none',
      fontSize: '1.25rem',
      color: theme.palette.text.secondary,
    },
    meta: {
      margin: 0,
      color: theme.palette.text.secondary,
      fontSize: '0.8125rem',
      lineHeight: 1.45,
    },
  }),
  { name: 'HandoverGateReasonItem' },
);

type Translate = ReturnType<typeof useHandoverTranslation>['t'];

/** Tells the reasons of one decision apart. */
export function reasonKey(reason: GateReason): string {
  const { kind, title } = reason;
  switch (kind) {
    case 'window':
    case 'calendar':
      return [kind, reason.calendar, reason.window, title].join('/');
    case 'condition':
      return [kind, reason.condition].join('/');
    case 'override':
      return [kind, reason.override].join('/');
    case 'default':
    case 'environment':
    case 'notice':
      return [kind, title].join('/');
    default:
      throw unknownKind(reason);
  }
}

/** A window that lies ahead is marked with what it will say, not with what it says now. */
function shownVerdict(reason: GateReason): Verdict | undefined {
  switch (reason.kind) {
    case 'window':
      if (reason.active) {
        return reason.verdict;
      }
      return reason.verdict === 'open' ? 'closed' : 'open';
    case 'notice':
      return undefined;
    case 'calendar':
    case 'condition':
    case 'default':
    case 'environment':
    case 'override':
      return reason.verdict;
    default:
      throw unknownKind(reason);
  }
}

/** The lines below a reason: when it holds, and where it comes from. */
function detailsOf(
  reason: GateReason,
  options: { t: Translate; format: InstantFormat; showCalendar: boolean },
): string[] {
  const { t, format, showCalendar } = options;
  const ofCalendar = (calendar: string) =>
    showCalendar ? [t('gate.reasons.calendar', { calendar })] : [];
  const during = (active: boolean, start: string, end: string) =>
    `${
      active ? t('gate.reasons.activeNow') : t('gate.reasons.next')
    }: ${formatInterval(start, end, format)}`;
  switch (reason.kind) {
    case 'window': {
      const { active, start, end, timeZone } = reason;
      if (!start || !end) {
        return ofCalendar(reason.calendar);
      }
      return [
        during(active, start, end),
        ...(timeZone === format.timeZone
          ? []
          : [
              t('gate.reasons.inZone', {
                interval: formatInterval(start, end, { ...format, timeZone }),
                timeZone,
              }),
            ]),
        ...ofCalendar(reason.calendar),
      ];
    }
    case 'calendar':
      return ofCalendar(reason.calendar);
    case 'condition':
      return reason.until
        ? [
            t('gate.reasons.conditionUntil', {
              time: formatInstant(reason.until, format),
            }),
          ]
        : [];
    case 'override':
      return [
        during(reason.active, reason.from, reason.until),
        ...(reason.ticket
          ? [t('gate.reasons.ticket', { ticket: reason.ticket })]
          : []),
      ];
    case 'environment':
    case 'default':
    case 'notice':
      return [];
    default:
      throw unknownKind(reason);
  }
}

function linkOf(reason: GateReason): string | undefined {
  return 'link' in reason ? reason.link : undefined;
}

export type GateReasonItemProps = {
  reason: GateReason;
  format: InstantFormat;
  /** With a single calendar its name adds nothing. */
  showCalendar: boolean;
};

/** One reason of a decision. */
export function GateReasonItem(props: GateReasonItemProps) {
  const { reason, format, showCalendar } = props;
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const verdict = shownVerdict(reason);
  const link = linkOf(reason);
  return (
    <li className={classes.item}>
      {verdict ? (
        <VerdictIcon verdict={verdict} />
      ) : (
        <NoticeIcon className={classes.notice} aria-hidden />
      )}
      <div className={classes.body}>
        <div className={classes.name}>
          {link ? <Link to={link}>{reason.title}</Link> : reason.title}
          {reason.kind === 'condition' &&
            `: ${t(`gate.reasons.condition_${reason.verdict}`)}`}
        </div>
        {reason.reason && <Markdown content={reason.reason} />}
        {detailsOf(reason, { t, format, showCalendar }).map(line => (
          <div key={line} className={classes.meta}>
            {line}
          </div>
        ))}
      </div>
    </li>
  );
}
