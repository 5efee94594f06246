import type {
  GateDecision,
  GateReason,
} from '@backstage-handover/plugin-handover-common';
import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { handoverTranslationRef } from '../messages';
import { formatInstant, type InstantFormat } from './time';

/** The windows that a decision is about, apart from those that only lie ahead. */
export type SortedReasons = { decisive: GateReason[]; ahead: GateReason[] };

/**
 * Tells the reasons that make a verdict from the windows that lie ahead. While
 * a gate is closed for want of an active allow window, the inactive ones are
 * what it waits for, and belong to the former. The default speaks where
 * nothing else does.
 */
export function sortReasons({
  reasons,
  verdict,
}: Pick<GateDecision, 'reasons' | 'verdict'>): SortedReasons {
  const denied = reasons.some(
    reason => reason.active && reason.verdict === 'closed',
  );
  const decisive: GateReason[] = [];
  const ahead: GateReason[] = [];
  for (const reason of reasons) {
    const awaited =
      verdict === 'closed' && !denied && reason.verdict === 'closed';
    if (reason.kind !== 'window' || reason.verdict === 'unknown') {
      decisive.push(reason);
    } else if (reason.active || awaited) {
      decisive.push(reason);
    } else if (reason.start) {
      ahead.push(reason);
    }
  }
  const telling = decisive.filter(reason => reason.kind !== 'default');
  const byStart = (a: GateReason, b: GateReason) =>
    Date.parse(a.start ?? '') - Date.parse(b.start ?? '');
  return {
    decisive: telling.length > 0 ? telling : decisive,
    ahead: ahead.sort(byStart),
  };
}

/** The reason that a decision is best explained by. */
export function decidingReason(
  decision: Pick<GateDecision, 'reasons' | 'verdict'>,
): GateReason | undefined {
  return sortReasons(decision).decisive.find(
    reason => reason.verdict === decision.verdict,
  );
}

/** When the verdict ends, as far as it is known. */
export function verdictEnd({
  verdict,
  nextOpen,
  until,
}: GateDecision): string | undefined {
  return verdict === 'closed' ? nextOpen ?? until : until;
}

/** Is a verdict still the gate's at an instant of the gate's clock? */
export function isCurrent({ until }: GateDecision, now: Date): boolean {
  return !until || now < new Date(until);
}

/** "closed until Mon 09:00 IST, Month-end freeze". */
export function describeVerdict(
  decision: GateDecision,
  t: TranslationFunction<(typeof handoverTranslationRef)['T']>,
  format: InstantFormat,
): { verdict: string; reason?: string } {
  const end = verdictEnd(decision);
  const title = (reason: GateReason) =>
    reason.kind === 'window' && reason.active === false
      ? t('gate.strip.outside', { title: reason.title })
      : reason.title;
  const words = {
    open: 'gate.strip.openUntil',
    closed: 'gate.strip.closedUntil',
    unknown: 'gate.strip.unknownUntil',
  } as const;
  const deciding = decidingReason(decision);
  return {
    verdict: end
      ? t(words[decision.verdict], { time: formatInstant(end, format) })
      : t(`gate.verdict.${decision.verdict}`),
    // An open gate needs no excuse.
    reason:
      decision.verdict === 'open' ? undefined : deciding && title(deciding),
  };
}
