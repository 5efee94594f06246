import type { HandoverDocument } from '../documents/schema';
import { isSameTrouble, tellsOf } from './reasons';
import type { PodProblem } from './types';

/**
 * A failure that a handover documents.
 *
 * @alpha
 */
export type DocumentedFailure = NonNullable<
  NonNullable<HandoverDocument['failures']>['items']
>[number];

/**
 * A documented failure that explains a problem of a pod.
 *
 * @alpha
 */
export type FailureMatch = {
  failure: DocumentedFailure;
  /** Its place in `failures.items`. */
  index: number;
  /** By its `match`, or where it has none by what its symptom and cause tell of. */
  by: 'match' | 'words';
};

/** The most telling field counts most. */
const WEIGHTS = { message: 4, container: 2, reason: 1 } as const;

/**
 * The documented failures that a problem of a pod may be, the most specific
 * first. Every field of a `match` must hold: `reason` is one that Kubernetes
 * gives or another stage of the same trouble, `container` is its name,
 * `message` is contained in something that Kubernetes says; none counts case.
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

/** Undefined where it is not this failure; 0 where only its words tell of it. */
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
