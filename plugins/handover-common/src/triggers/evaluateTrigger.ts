import { holdMs, type TriggerRange } from './triggerRange';
import type {
  MeasuredTrigger,
  TriggerReading,
  TriggerUnknownReason,
} from './types';

/**
 * A result of a query at a time, in milliseconds since the epoch. The value may
 * be `NaN` or infinite.
 *
 * @alpha
 */
export type TriggerSample = { at: number; value: number };

/** Results are as far apart as the step, except where one is missing. */
const GAP = 1.5;

/** An older result says nothing about now: two steps, */
const STALE = 2;

/** and never more than this, however long the steps are. */
const MAX_STALE_MS = 2 * 60_000;

/**
 * Evaluates a trigger from all results of its query, one list for each series,
 * in any order. As in Prometheus, the latest result must be above or below the
 * value of the trigger, and so must all others for as long as the trigger says.
 *
 * What is not known for sure is `unknown`, never `notMet`: no result, several
 * series, no finite number, an old result, and missing results during the period
 * that counts.
 *
 * @alpha
 */
export function evaluateTrigger(
  trigger: MeasuredTrigger,
  series: readonly (readonly TriggerSample[])[],
  range: TriggerRange,
): TriggerReading {
  const known = series.filter(({ length }) => length > 0).map(byTime);
  if (known.length === 0) {
    return unknown('noData');
  }
  const oldest = range.to - Math.min(STALE * range.stepMs, MAX_STALE_MS);
  const hold = holdMs(trigger);
  // A series that ended before the period counts no more, such as that of a pod
  // that was replaced.
  const counting = known.filter(samples => lastOf(samples).at >= oldest - hold);
  if (counting.length > 1) {
    return unknown('severalSeries');
  }
  const [samples] = counting.length === 1 ? counting : known;
  const latest = lastOf(samples);
  const shown = {
    ...(Number.isFinite(latest.value) && { value: latest.value }),
    at: toTime(latest.at),
    history: historyOf(samples, range),
  };
  if (counting.length === 0 || latest.at < oldest) {
    return { ...unknown('stale'), ...shown };
  }
  if (!Number.isFinite(latest.value)) {
    return { ...unknown('notANumber'), ...shown };
  }
  return { ...holdingOf(trigger, samples, range), ...shown };
}

/** Whether the latest results hold long enough. */
function holdingOf(
  trigger: MeasuredTrigger,
  samples: readonly TriggerSample[],
  { stepMs }: TriggerRange,
): TriggerReading {
  const isApart = (earlier: number, later: number) =>
    later - earlier > GAP * stepMs;
  let first = samples.length;
  while (
    first > 0 &&
    isBeyond(trigger, samples[first - 1].value) &&
    (first === samples.length ||
      !isApart(samples[first - 1].at, samples[first].at))
  ) {
    first -= 1;
  }
  if (first === samples.length) {
    return { state: 'notMet' };
  }
  const start = samples[first].at;
  const before = samples[first - 1] as TriggerSample | undefined;
  const orEarlier =
    before === undefined ||
    isApart(before.at, start) ||
    !Number.isFinite(before.value);
  const holding = {
    since: toTime(start),
    ...(orEarlier && { orEarlier }),
  };
  if (lastOf(samples).at - start >= holdMs(trigger)) {
    return { state: 'met', ...holding };
  }
  return orEarlier
    ? { ...unknown('gaps'), ...holding }
    : { state: 'notMet', ...holding };
}

function isBeyond({ above, below }: MeasuredTrigger, value: number): boolean {
  return (
    Number.isFinite(value) &&
    ((above !== undefined && value > above) ||
      (below !== undefined && value < below))
  );
}

/** The results at the times of the range, as far as they are finite. */
function historyOf(
  samples: readonly TriggerSample[],
  { from, to, stepMs }: TriggerRange,
): TriggerReading['history'] {
  const values = Array.from<number | null>({
    length: Math.floor((to - from) / stepMs) + 1,
  }).fill(null);
  for (const { at, value } of samples) {
    const index = Math.round((at - from) / stepMs);
    if (index in values && Number.isFinite(value)) {
      values[index] = value;
    }
  }
  return { from: toTime(from), stepSeconds: stepMs / 1_000, values };
}

function byTime(samples: readonly TriggerSample[]): TriggerSample[] {
  return [...samples].sort((a, b) => a.at - b.at);
}

function lastOf(samples: readonly TriggerSample[]): TriggerSample {
  return samples[samples.length - 1];
}

function unknown(reason: TriggerUnknownReason): TriggerReading {
  return { state: 'unknown', reason };
}

function toTime(ms: number): string {
  return new Date(ms).toISOString();
}
