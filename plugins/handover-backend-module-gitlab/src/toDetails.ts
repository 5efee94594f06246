import type { RunStage } from '@backstage-handover/plugin-handover-common';
import { webUrl } from '@backstage-handover/plugin-handover-node';
import type { Job } from './schemas';
import { toStatus } from './statuses';

/** The details of a run that come from its jobs. */
export type RunDetails = {
  stages: RunStage[];
  /** Who started it. */
  actor?: string;
  /** It ran for a tag. */
  isTag: boolean;
};

/** What GitLab's list of pipelines lacks. */
export function toDetails(jobs: readonly Job[]): RunDetails {
  const inOrder = [...jobs].sort((a, b) => a.id - b.id);
  // Whoever runs a job again, or starts a manual one, is the user of that job.
  const actor = inOrder.at(0)?.user?.username;
  return {
    stages: toStages(inOrder),
    ...(actor && { actor }),
    isTag: inOrder.some(({ tag }) => tag),
  };
}

/**
 * GitLab makes the jobs of a pipeline in the order of its stages. One that is
 * run again is a new job of the same name, which counts from then on.
 *
 * @param jobs - in the order of their ids
 */
function toStages(jobs: readonly Job[]): RunStage[] {
  const stages = new Map<string, Map<string, Job>>();
  for (const job of jobs) {
    const stage = stages.get(job.stage) ?? new Map<string, Job>();
    stages.set(job.stage, stage.set(job.name, job));
  }
  return [...stages].map(([name, current]) =>
    toStage(name, [...current.values()]),
  );
}

function toStage(name: string, jobs: readonly Job[]): RunStage {
  const results = jobs.map(toResult);
  const status = toStageStatus(jobs, results);
  const isStopped = !results.includes('queued') && !results.includes('running');
  const startedAt = jobs
    .flatMap(job => job.started_at ?? [])
    .sort()
    .at(0);
  const finishedAt = jobs
    .flatMap(job => (job.started_at && job.finished_at) ?? [])
    .sort()
    .at(-1);
  const shown =
    jobs[results.indexOf('failed')] ??
    (jobs.length === 1 ? jobs[0] : undefined);
  const url = webUrl(shown?.web_url);
  return {
    name,
    status,
    ...(startedAt && { startedAt }),
    ...(isStopped && finishedAt && { finishedAt }),
    ...(url && { url }),
  };
}

/** What a job counts for in its stage. */
function toResult({ status, allow_failure }: Job): RunStage['status'] {
  if (status === 'skipped' || (allow_failure && status === 'manual')) {
    return 'skipped';
  }
  const result = toStatus(status);
  return allow_failure && (result === 'failed' || result === 'cancelled')
    ? 'succeeded'
    : result;
}

/** As GitLab makes one status of many, see its `Gitlab::Ci::Status::Composite`. */
function toStageStatus(
  jobs: readonly Job[],
  results: readonly RunStage['status'][],
): RunStage['status'] {
  if (results.includes('running')) {
    return 'running';
  }
  if (results.includes('queued')) {
    const waits = jobs.some(
      ({ status }, index) =>
        results[index] === 'queued' &&
        (status === 'manual' || status === 'scheduled'),
    );
    const begun = jobs.some(job => job.started_at);
    return begun && !waits ? 'running' : 'queued';
  }
  return (
    (['failed', 'cancelled', 'succeeded'] as const).find(status =>
      results.includes(status),
    ) ?? 'skipped'
  );
}
