import type {
  Run,
  RunStage,
  RunStatus,
} from '@backstage-handover/plugin-handover-common';
import { webUrl } from '@backstage-handover/plugin-handover-node';
import type { GithubJob, GithubRun } from './schemas';

const CONCLUSIONS = new Map<string, RunStatus>([
  ['success', 'succeeded'],
  ['neutral', 'succeeded'],
  ['failure', 'failed'],
  ['timed_out', 'failed'],
  ['startup_failure', 'failed'],
  ['cancelled', 'cancelled'],
  // Nothing of it was done.
  ['skipped', 'cancelled'],
  // GitHub gave it up: it had not begun for days.
  ['stale', 'cancelled'],
  // Completed, GitHub says, though it waits until somebody allows it to begin.
  ['action_required', 'queued'],
]);

/** A workflow run as a run. It is one, however often it is attempted. */
export function toRun(run: GithubRun, stages: RunStage[]): Run {
  const status = toStatus(run);
  const branch = toBranch(run);
  const actor = (run.triggering_actor ?? run.actor)?.login;
  const url = webUrl(run.html_url);
  return {
    id: String(run.id),
    provider: 'github-actions',
    pipeline: run.name || run.path || `Workflow ${run.workflow_id}`,
    status,
    stages,
    commit: run.head_sha,
    ...(branch && { branch }),
    ...(actor && { actor }),
    startedAt: startOf(run),
    // GitHub does not say when a run ended: nothing changes it afterwards.
    ...(isFinal(status) && { finishedAt: run.updated_at }),
    ...(url && { url }),
  };
}

/** When the latest attempt began. */
export function startOf(run: GithubRun): string {
  return run.run_started_at ?? run.created_at;
}

/** Whether it ended, so that its jobs do not change until the next attempt. */
export function isOver(run: GithubRun): boolean {
  return isFinal(toStatus(run));
}

/** A job as a stage of its run. */
export function toStage(job: GithubJob): RunStage {
  const status =
    job.status === 'completed' && job.conclusion === 'skipped'
      ? 'skipped'
      : toStatus(job);
  // GitHub gives those that have not begun times, too.
  const hasBegun = status !== 'skipped' && status !== 'queued';
  const url = webUrl(job.html_url);
  return {
    name: job.name,
    status,
    ...(hasBegun && job.started_at && { startedAt: job.started_at }),
    ...(hasBegun &&
      status !== 'running' &&
      job.completed_at && { finishedAt: job.completed_at }),
    ...(url && { url }),
  };
}

function toStatus(of: Pick<GithubRun, 'status' | 'conclusion'>): RunStatus {
  if (of.status === 'completed') {
    // A conclusion that GitHub adds later is no success.
    return CONCLUSIONS.get(of.conclusion ?? '') ?? 'failed';
  }
  // The others wait: queued, requested, waiting, pending.
  return of.status === 'in_progress' ? 'running' : 'queued';
}

function isFinal(status: RunStatus): boolean {
  return status !== 'queued' && status !== 'running';
}

/**
 * Of a fork with its owner, as GitHub writes it: `ann:main` is not the
 * repository's own `main`.
 */
function toBranch(run: GithubRun): string | undefined {
  const { head_branch, head_repository, repository } = run;
  if (!head_branch || !head_repository || !repository) {
    return head_branch ?? undefined;
  }
  return head_repository.full_name === repository.full_name
    ? head_branch
    : `${head_repository.full_name.split('/')[0]}:${head_branch}`;
}
