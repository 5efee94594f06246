import type {
  GateDecision,
  GateReason,
} from '@backstage-handover/plugin-handover-common';
import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { handoverTranslationRef } from '../translation';
import { formatInstant, type InstantFormat } from './time';

/** The reason that a decision is best explained by: one that says the same, is active, and is no mere default. */
export function decidingReason({
  reasons,
  verdict,
}: Pick<GateDecision, 'reasons' | 'verdict'>): GateReason | undefined {
  const agreeing = reasons.filter(
    reason => reason.verdict === verdict && reason.kind !== 'default',
  );
  return agreeing.find(reason => reason.active) ?? agreeing[0];
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
  const words = {
    open: 'gate.strip.openUntil',
    closed: 'gate.strip.closedUntil',
    unknown: 'gate.strip.unknownUntil',
  } as const;
  return {
    verdict: end
      ? t(words[decision.verdict], { time: formatInstant(end, format) })
      : t(`gate.verdict.${decision.verdict}`),
    // An open gate needs no excuse.
    reason:
      decision.verdict === 'open' ? undefined : decidingReason(decision)?.title,
  };
}
