import type { DocumentedFailure } from '../documents/failures';
import { isSameTrouble, tellsOf } from './reasons';
import type { PodProblem } from './types';

export type { DocumentedFailure };

/**
 * A documented failure that explains a problem of a pod.
 *
 * @alpha
 */
export type FailureMatch = {
  failure: DocumentedFailure;
  /** Its index in `failures.items`. */
  index: number;
  /**
   * Whether it was matched by its `match` or, without one, by the words of its
   * symptom and cause.
   */
  by: 'match' | 'words';
};

/** The most telling field counts most. */
const WEIGHTS = { message: 4, container: 2, reason: 1 } as const;

/**
 * Finds the documented failures that match a problem of a pod, the most
 * specific first. Every field of a `match` must match: `reason` is one that
 * Kubernetes reports or an equivalent one, `container` is its name, and
 * `message` is part of a message from Kubernetes. Ignores case, and ignores
 * `alert`, which is about alerts only.
 *
 * @alpha
 */
export function matchFailures(
  problem: PodProblem,
  failures: readonly DocumentedFailure[] | undefined,
): FailureMatch[] {
  return (failures ?? [])
    .flatMap((failure, index): (FailureMatch & { score: number })[] => {
      const score = scoreOf(problem, failure);
      return score === undefined
        ? []
        : [{ failure, index, by: score > 0 ? 'match' : 'words', score }];
    })
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ score, ...match }) => match);
}

/** Undefined if it isn't this failure. 0 if only its words match. */
function scoreOf(
  problem: PodProblem,
  { symptom, cause, match }: DocumentedFailure,
): number | undefined {
  const { reason, container, message } = match ?? {};
  if (!reason && !container && !message) {
    const text = [symptom, cause].filter(Boolean).join('\n');
    return problem.reasons.some(each => tellsOf(text, each)) ? 0 : undefined;
  }
  const holds =
    (!reason || problem.reasons.some(each => isSameTrouble(each, reason))) &&
    (!container || problem.container?.toLowerCase() === lower(container)) &&
    (!message ||
      problem.messages.some(each => lower(each).includes(lower(message))));
  if (!holds) {
    return undefined;
  }
  return (
    (message ? WEIGHTS.message : 0) +
    (container ? WEIGHTS.container : 0) +
    (reason ? WEIGHTS.reason : 0)
  );
}

function lower(text: string): string {
  return text.toLowerCase();
}
