import type {
  DocumentedFailure,
  FailureMatch,
  PodProblem,
  Workload,
} from '@backstage-handover/plugin-handover-common/kubernetes';
import { matchFailures } from '@backstage-handover/plugin-handover-common/kubernetes';

/** The same problem of one or many pods. */
export type ProblemGroup = {
  problem: PodProblem;
  pods: string[];
  matches: FailureMatch[];
};

/** Problems of a workload's pods, the same one once, those of most pods first. */
export function groupProblems(
  workload: Workload,
  failures: readonly DocumentedFailure[] | undefined,
): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const pod of workload.pods) {
    for (const problem of pod.problems) {
      const key = JSON.stringify([
        problem.reason,
        problem.container,
        problem.lastTermination?.message,
      ]);
      const group = groups.get(key);
      if (group) {
        group.pods.push(pod.name);
      } else {
        groups.set(key, {
          problem,
          pods: [pod.name],
          matches: matchFailures(problem, failures),
        });
      }
    }
  }
  return [...groups.values()].sort((a, b) => b.pods.length - a.pods.length);
}
