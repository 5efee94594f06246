import type {
  ChangeKind,
  GateDecision,
  GateReason,
} from '@backstage-handover/plugin-handover-common';

const CHANGES: Record<ChangeKind, string> = {
  deploy: 'A deployment',
  rollback: 'A rollback',
  config: 'A change of configuration',
  scale: 'A change of scale',
};

/** A decision in a few sentences: the verdict, until when, why, and when next. */
export function explainDecision(
  entityRef: string,
  decision: GateDecision,
): string {
  const { verdict, environment, change, at, until, nextOpen } = decision;
  const subject = `${CHANGES[change]} of ${entityRef} in ${environment}`;
  const time = until ? `at ${at} and until ${until}` : `at ${at}`;
  const first = {
    open: `${subject} is allowed ${time}.`,
    closed: `${subject} is not allowed ${time}.`,
    unknown: `It is not known whether this is allowed: ${subject} ${time}. Treat it as not allowed.`,
  }[verdict];
  const because = decision.reasons
    .filter(reason => reason.verdict === verdict || reason.kind === 'condition')
    .map(describeReason);
  return [
    first,
    ...(because.length > 0 ? [`Because: ${because.join('; ')}.`] : []),
    ...(verdict === 'open' ? [] : [nextTime(nextOpen)]),
  ].join(' ');
}

function describeReason(reason: GateReason): string {
  const text = reason.reason
    ? `${reason.title} (${reason.reason})`
    : reason.title;
  if (reason.kind !== 'window' || reason.verdict === 'unknown') {
    return text;
  }
  if (reason.active) {
    return `${text} lasts until ${reason.end}`;
  }
  // Alone, a window that denies and is not active says open; one that allows, closed.
  if (reason.verdict === 'open') {
    return reason.start
      ? `${text} does not begin before ${reason.start}`
      : `${text} is over`;
  }
  return `it is outside of ${text}, which ${
    reason.start ? `next begins at ${reason.start}` : 'does not begin again'
  }`;
}

function nextTime(nextOpen: string | undefined): string {
  return nextOpen
    ? `It is next allowed at ${nextOpen}.`
    : 'No time when it is allowed is in sight.';
}
