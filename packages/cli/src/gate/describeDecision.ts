import type {
  GateDecision,
  GateReason,
  Verdict,
} from '@backstage-handover/plugin-handover-common';
import type { FormatTime } from '../io/formatTime';
import { paint } from '../io/output';
import { plain } from './plain';

const COLORS = { open: 'green', closed: 'red', unknown: 'yellow' } as const;

/** A verdict in its color, as wide as the longest. */
export function verdictWord(verdict: Verdict): string {
  return paint(COLORS[verdict], verdict.padEnd('unknown'.length));
}

/** `until …, next open …`, and how far that is known. */
export function describeTimes(
  { until, nextOpen, searchedUntil, verdict }: GateDecision,
  formatTime: FormatTime,
): string {
  const times = [
    until && `until ${formatTime(until)}`,
    nextOpen && nextOpen !== until && verdict !== 'open'
      ? `next open ${formatTime(nextOpen)}`
      : undefined,
    searchedUntil &&
      `no ${until ? 'opening' : 'change'} before ${formatTime(
        searchedUntil,
      )}; later times are unknown`,
  ];
  return times.filter(Boolean).join(', ');
}

/**
 * The reasons that explain the verdict, each on one line. Windows that lie ahead
 * and defaults are left out, because the times and the verdict show them.
 */
export function tellingReasons({ reasons }: GateDecision): string[] {
  return reasons.filter(isTelling).map(reasonText);
}

function isTelling(reason: GateReason): boolean {
  switch (reason.kind) {
    case 'window':
    case 'override':
      return reason.active;
    case 'condition':
      return reason.verdict !== 'open';
    case 'default':
      return false;
    default:
      // Kinds of a newer portal among them.
      return true;
  }
}

function reasonText({ title, reason }: GateReason): string {
  return plain(reason ? `${title}: ${reason}` : title);
}
