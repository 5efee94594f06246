import type { Clock } from '../io/clock';
import type { Answer } from './answer';

/** An override can open the gate before its calendars do. */
const LONGEST_SLEEP_MS = 5 * 60_000;
/** A portal that gives no decision may be back soon. */
const UNDECIDED_SLEEP_MS = 60_000;
/** So that clocks that differ a little don't make a tight loop. */
const SHORTEST_SLEEP_MS = 1_000;

/**
 * Asks until an answer passes or the time is over, and returns the last answer.
 * Between two questions, it sleeps until the gate opens, but at most five minutes.
 */
export async function waitForGate(options: {
  ask: () => Promise<Answer>;
  passes: (answer: Answer) => boolean;
  /** Called with each answer that doesn't pass, before it sleeps. */
  onWait: (answer: Answer, waitsUntil: number) => void;
  waitMs: number;
  clock: Clock;
  signal: AbortSignal;
}): Promise<Answer> {
  const { ask, passes, onWait, waitMs, clock, signal } = options;
  const end = clock.now() + waitMs;
  for (;;) {
    const answer = await ask();
    const left = end - clock.now();
    if (passes(answer) || left <= 0) {
      return answer;
    }
    onWait(answer, end);
    await clock.sleep(Math.min(left, sleepAfter(answer)), signal);
  }
}

/** By the clock that decided, which may not be that of this machine. */
function sleepAfter(answer: Answer): number {
  if (!('decision' in answer)) {
    return UNDECIDED_SLEEP_MS;
  }
  const { at, nextOpen } = answer.decision;
  const toOpen = nextOpen ? Date.parse(nextOpen) - Date.parse(at) : Infinity;
  return Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, toOpen));
}
