import type {
  GateReason,
  WindowReason,
} from '@backstage-handover/plugin-handover-common';
import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { handoverTranslationRef } from '../messages';

type Translate = TranslationFunction<(typeof handoverTranslationRef)['T']>;

/** A time in which windows keep a gate closed, in milliseconds. */
type Closure = { title: string; from: number; until: number };

/** Before any instant that matters. */
const ALREADY = 0;

/**
 * Titles of the windows that keep a gate closed one after the other, until it
 * opens. Windows that change nothing are left out.
 *
 * @param options.end - When the gate opens, RFC 3339. If unknown, only windows that close it now are named.
 */
export function closingWindows(
  reasons: readonly GateReason[],
  { end, t }: { end: string | undefined; t: Translate },
): string[] {
  const windows = reasons.filter(
    (reason): reason is WindowReason => reason.kind === 'window',
  );
  const endMs = Date.parse(end ?? '');
  const closures = [
    ...windows.filter(each => !isAllowing(each)).map(denied),
    ...outsideAllowed(windows.filter(isAllowing), t),
  ]
    .filter(({ from }) => from === ALREADY || from < endMs)
    .sort((a, b) => a.from - b.from);
  const titles: string[] = [];
  let closedUntil = -Infinity;
  for (const { title, until } of closures) {
    // One that ends while another closes the gate changes nothing.
    if (until > closedUntil) {
      closedUntil = until;
      titles.push(title);
    }
  }
  return titles;
}

/** The effect of a window: one that is not active gives the opposite verdict. */
function isAllowing({ active, verdict }: WindowReason): boolean {
  return active === (verdict === 'open');
}

function denied({ title, active, start, end }: WindowReason): Closure {
  return { title, from: active ? ALREADY : toMs(start), until: toMs(end) };
}

/** The time from the end of the active allow windows until the next one begins. */
function outsideAllowed(
  allowing: readonly WindowReason[],
  t: Translate,
): Closure[] {
  if (allowing.length === 0) {
    return [];
  }
  const active = allowing.filter(each => each.active);
  const next = allowing
    .filter(each => !each.active)
    .reduce<WindowReason | undefined>(
      (first, each) =>
        first && toMs(first.start) <= toMs(each.start) ? first : each,
      undefined,
    );
  const from = Math.max(ALREADY, ...active.map(({ end }) => toMs(end)));
  const until = next ? toMs(next.start) : Infinity;
  const { title } = next ?? allowing[0];
  return from < until
    ? [{ title: t('gate.strip.outside', { title }), from, until }]
    : [];
}

/** An instant that is absent never comes. */
function toMs(instant: string | undefined): number {
  return instant === undefined ? Infinity : Date.parse(instant);
}
