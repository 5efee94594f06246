import type {
  GateDecision,
  GateReason,
  OverrideReason,
  WindowReason,
} from '@backstage-handover/plugin-handover-common';
import { unknownKind } from '@backstage-handover/plugin-handover-common/gate';
import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { handoverTranslationRef } from '../messages';
import { closingWindows } from './closingWindows';
import { formatInstant, type InstantFormat } from './time';

type Translate = TranslationFunction<(typeof handoverTranslationRef)['T']>;

/** A window or an override that lies ahead. */
export type ReasonAhead = WindowReason | OverrideReason;

/** The reasons behind a decision, apart from what only lies ahead. */
export type SortedReasons = { decisive: GateReason[]; ahead: ReasonAhead[] };

/**
 * Separates the reasons that make a verdict from the windows and overrides that
 * lie ahead. While a gate is closed because no allow window is active, it waits
 * for the inactive ones, so they are decisive too. The default is shown only if
 * there is no other reason.
 */
export function sortReasons({
  reasons,
  verdict,
}: Pick<GateDecision, 'reasons' | 'verdict'>): SortedReasons {
  const anyActive = reasons.some(
    reason => reason.kind === 'window' && reason.active,
  );
  const decisive: GateReason[] = [];
  const ahead: ReasonAhead[] = [];
  for (const reason of reasons) {
    switch (reason.kind) {
      case 'window': {
        const awaited =
          verdict === 'closed' && !anyActive && reason.verdict === 'closed';
        if (reason.active || awaited) {
          decisive.push(reason);
        } else if (reason.start) {
          ahead.push(reason);
        }
        break;
      }
      case 'override':
        (reason.active ? decisive : ahead).push(reason);
        break;
      case 'calendar':
      case 'condition':
      case 'default':
      case 'environment':
      case 'notice':
        decisive.push(reason);
        break;
      default:
        throw unknownKind(reason);
    }
  }
  const telling = decisive.filter(
    ({ kind }) => kind !== 'default' && kind !== 'notice',
  );
  const byStart = (a: ReasonAhead, b: ReasonAhead) =>
    Date.parse(startOf(a)) - Date.parse(startOf(b));
  return {
    decisive:
      telling.length > 0
        ? decisive.filter(({ kind }) => kind !== 'default')
        : decisive,
    ahead: ahead.sort(byStart),
  };
}

function startOf(reason: ReasonAhead): string {
  return reason.kind === 'override' ? reason.from : reason.start ?? '';
}

/** The reason that explains a decision best. */
export function decidingReason(
  decision: Pick<GateDecision, 'reasons' | 'verdict'>,
): GateReason | undefined {
  return sortReasons(decision).decisive.find(
    reason => reason.kind !== 'notice' && reason.verdict === decision.verdict,
  );
}

/** "Peak sales, then Month-end freeze": all that decides until the verdict ends. */
function decidingTitle(
  decision: GateDecision,
  t: Translate,
): string | undefined {
  const reason = decidingReason(decision);
  if (decision.verdict !== 'closed' || reason?.kind !== 'window') {
    return reason?.title;
  }
  return closingWindows(decision.reasons, {
    end: verdictEnd(decision),
    t,
  }).reduce((before, next) => t('gate.strip.then', { before, next }));
}

/** When the verdict ends, if known. */
export function verdictEnd({
  verdict,
  nextOpen,
  until,
}: GateDecision): string | undefined {
  return verdict === 'closed' ? nextOpen ?? until : until;
}

/** Is a verdict still the gate's at an instant of the gate's clock? */
export function isCurrent(decision: GateDecision, now: Date): boolean {
  const end = certainUntil(decision);
  return !end || now < new Date(end);
}

/** When a verdict changes, or from when on it is not known. */
export function certainUntil({
  until,
  searchedUntil,
}: GateDecision): string | undefined {
  return until ?? searchedUntil;
}

/** What to say of a verdict whose end was not found; nothing where that is usual. */
export function describeNotFound(
  { verdict, until, searchedUntil }: GateDecision,
  format: InstantFormat,
) {
  if (searchedUntil) {
    return {
      key: until
        ? ('gate.reasons.closedAtLeastUntil' as const)
        : ('gate.reasons.staysUntil' as const),
      time: formatInstant(searchedUntil, format),
    };
  }
  return verdict === 'closed'
    ? { key: 'gate.reasons.neverOpens' as const, time: '' }
    : undefined;
}

/** "closed until Mon 09:00 IST, Month-end freeze". */
export function describeVerdict(
  decision: GateDecision,
  t: Translate,
  format: InstantFormat,
): { verdict: string; reason?: string } {
  const end = verdictEnd(decision);
  const words = {
    open: 'gate.strip.openUntil',
    closed: 'gate.strip.closedUntil',
    unknown: 'gate.strip.unknownUntil',
  } as const;
  const deciding = decidingReason(decision);
  if (decision.verdict === 'open' && deciding?.kind === 'override') {
    // Its own end: the gate can stay open after it.
    return {
      verdict: t('gate.strip.overriddenUntil', {
        time: formatInstant(deciding.until, format),
      }),
    };
  }
  return {
    verdict: end
      ? t(words[decision.verdict], { time: formatInstant(end, format) })
      : t(`gate.verdict.${decision.verdict}`),
    // An open gate needs no explanation.
    reason:
      deciding && decision.verdict !== 'open'
        ? decidingTitle(decision, t)
        : undefined,
  };
}

/** "rollback allowed", "rollback blocked until Mon 09:00 IST, Month-end freeze". */
export function describeRollback(
  decision: GateDecision,
  t: Translate,
  format: InstantFormat,
): string {
  const { verdict } = decision;
  const end = verdict === 'closed' ? verdictEnd(decision) : undefined;
  const words = end
    ? t('gate.rollback.closedUntil', { time: formatInstant(end, format) })
    : t(`gate.rollback.${verdict}`);
  const reason = verdict === 'open' ? undefined : decidingTitle(decision, t);
  return reason === undefined
    ? words
    : t('gate.strip.withReason', { verdict: words, reason });
}

/** Heading of the reasons for a decision. */
export function reasonsTitle(
  { environment, verdict, change }: GateDecision,
  t: Translate,
): string {
  return change === 'rollback'
    ? t(`gate.rollback.title_${verdict}`, { environment })
    : t(`gate.reasons.title_${verdict}`, { environment });
}
