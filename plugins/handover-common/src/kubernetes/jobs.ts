import type { Condition, KubernetesJob } from './objects';
import type { JobState } from './objectSummaries';
import { toTime } from './time';

/** Undefined while it goes on. */
export function endOf({ status }: KubernetesJob): Condition | undefined {
  return status?.conditions?.find(
    each =>
      (each.type === 'Complete' || each.type === 'Failed') &&
      each.status === 'True',
  );
}

/** How far a job is. */
export function jobState(job: KubernetesJob): JobState {
  const { spec, status } = job;
  const end = endOf(job);
  const active = status?.active ?? 0;
  const finishedAt = toTime(status?.completionTime ?? end?.lastTransitionTime);
  // Without either it is one; a work queue has as many as it takes.
  const completions =
    spec?.completions ?? (spec?.parallelism === undefined ? 1 : undefined);
  const state = (): JobState['state'] => {
    if (end) {
      return end.type === 'Failed' ? 'failed' : 'complete';
    }
    if (spec?.suspend) {
      return 'suspended';
    }
    return active > 0 ? 'running' : 'waiting';
  };
  return {
    state: state(),
    succeeded: status?.succeeded ?? 0,
    failed: status?.failed ?? 0,
    ...(completions ? { completions } : {}),
    ...(end && finishedAt ? { finishedAt } : {}),
    ...(end?.type === 'Failed' && end.message ? { message: end.message } : {}),
  };
}
