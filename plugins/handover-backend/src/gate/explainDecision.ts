import type {
  ChangeKind,
  GateDecision,
  GateReason,
  WindowReason,
} from '@backstage-handover/plugin-handover-common';
import { unknownKind } from '@backstage-handover/plugin-handover-common/gate';

const CHANGES: Record<ChangeKind, string> = {
  deploy: 'A deployment',
  rollback: 'A rollback',
  config: 'A configuration change',
  scale: 'Scaling',
};

/** A decision in a few sentences: the verdict, until when, why, and when next. */
export function explainDecision(
  entityRef: string,
  decision: GateDecision,
): string {
  const { verdict, environment, change, at, until } = decision;
  const subject = `${CHANGES[change]} of ${entityRef} in ${environment}`;
  const time = until ? `at ${at} and until ${until}` : `at ${at}`;
  const first = {
    open: `${subject} is allowed ${time}.`,
    closed: `${subject} is not allowed ${time}.`,
    unknown: `It is unknown whether this is allowed: ${subject} ${time}. Treat it as not allowed.`,
  }[verdict];
  const because = telling(decision).map(describeReason);
  return [
    first,
    ...(because.length > 0 ? [`Because: ${because.join('; ')}.`] : []),
    ...(verdict === 'open' ? [] : [nextTime(decision)]),
  ].join(' ');
}

/** The reasons that make the verdict, and whatever else must be known about it. */
function telling({ reasons, verdict }: GateDecision): GateReason[] {
  const isNotice = ({ kind }: GateReason) => kind === 'notice';
  const overrides = reasons.filter(
    reason => reason.kind === 'override' && reason.active,
  );
  return verdict === 'open' && overrides.length > 0
    ? [...overrides, ...reasons.filter(isNotice)]
    : reasons.filter(
        reason =>
          reason.kind === 'notice' ||
          (reason.kind !== 'override' && reason.verdict === verdict),
      );
}

function describeReason(reason: GateReason): string {
  const text = reason.reason
    ? `${reason.title} (${reason.reason})`
    : reason.title;
  switch (reason.kind) {
    case 'window':
      return describeWindow(reason, text);
    case 'condition':
      return reason.until ? `${text}, until ${reason.until}` : text;
    case 'override':
      return `${text} is in force until ${reason.until}`;
    case 'calendar':
    case 'default':
    case 'environment':
    case 'notice':
      return text;
    default:
      throw unknownKind(reason);
  }
}

function describeWindow(reason: WindowReason, text: string): string {
  if (reason.active) {
    return `${text} lasts until ${reason.end}`;
  }
  // Alone, an inactive deny window says open and an inactive allow window closed.
  if (reason.verdict === 'open') {
    return reason.start
      ? `${text} does not start before ${reason.start}`
      : `${text} is over`;
  }
  return `it is outside ${text}, which ${
    reason.start ? `next starts at ${reason.start}` : 'does not start again'
  }`;
}

function nextTime({ nextOpen, searchedUntil }: GateDecision): string {
  if (nextOpen) {
    return `It is next allowed at ${nextOpen}.`;
  }
  return searchedUntil
    ? `It is not allowed before ${searchedUntil}; later times are unknown.`
    : 'It is not known when it is allowed next.';
}
