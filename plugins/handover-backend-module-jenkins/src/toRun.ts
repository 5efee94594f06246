import type {
  Run,
  RunStage,
  RunStatus,
} from '@backstage-handover/plugin-handover-common';
import { webUrl } from '@backstage-handover/plugin-handover-node';
import { findRevision, toBranch } from './findRevision';
import type { Build, Stage } from './schemas';

/** A build, and the job that it is of. */
export type JobBuild = {
  build: Build;
  /** `folder/job`, or `folder/project/branch`. */
  fullName: string;
  /** What people call the pipeline: for a branch, its multibranch project. */
  pipeline: string;
  /** Of a multibranch project. */
  branch?: string;
  /** A page about the job. */
  url: string;
  /** Of the run, in all that is read. */
  id: string;
};

/** A stage, and how long it was running without waiting for input, in milliseconds. */
export type BuildStage = { stage: RunStage; busyMs: number };

const RESULTS: Record<string, RunStatus> = {
  SUCCESS: 'succeeded',
  // Its tests failed: nothing to build on.
  UNSTABLE: 'failed',
  FAILURE: 'failed',
  ABORTED: 'cancelled',
  NOT_BUILT: 'cancelled',
};

const STAGE_STATUSES: Record<string, RunStage['status']> = {
  SUCCESS: 'succeeded',
  UNSTABLE: 'failed',
  FAILED: 'failed',
  ABORTED: 'cancelled',
  IN_PROGRESS: 'running',
  // It waits to be allowed.
  PAUSED_PENDING_INPUT: 'queued',
  NOT_EXECUTED: 'skipped',
};

/** Whether nothing of it changes any more. */
export function isOver(build: Build): boolean {
  return build.building !== true && Boolean(build.result);
}

/**
 * A build as a run.
 *
 * @param source - where the entity's code is, if that is known
 */
export function toRun(
  job: JobBuild,
  stages: BuildStage[],
  source?: string,
): Run {
  const { build } = job;
  const revision = findRevision(build, { branch: job.branch, source });
  const causes = build.actions?.flatMap(action => action?.causes ?? []) ?? [];
  const cause = causes.find(each => each.userName ?? each.userId);
  const actor = cause?.userName ?? cause?.userId;
  const branch = job.branch ?? toBranch(revision?.branch?.[0]?.name);
  const over = isOver(build);
  return {
    id: job.id,
    provider: 'jenkins',
    pipeline: job.pipeline,
    // A result that a later Jenkins adds is no success.
    status: over ? RESULTS[build.result ?? ''] ?? 'failed' : 'running',
    stages: stages.map(({ stage }) => stage),
    ...(revision?.SHA1 && { commit: revision.SHA1 }),
    ...(branch && { branch }),
    ...(actor && { actor }),
    startedAt: toIso(build.timestamp),
    ...(over &&
      build.duration !== undefined && {
        finishedAt: toIso(build.timestamp + build.duration),
      }),
    url: webUrl(build.url) ?? `${job.url}/${build.number}/`,
  };
}

/** A stage of a build, and for how long it did something. */
export function toStage(stage: Stage): BuildStage {
  const { name, startTimeMillis, durationMillis } = stage;
  const busyMs = (durationMillis ?? 0) - (stage.pauseDurationMillis ?? 0);
  const status = STAGE_STATUSES[stage.status] ?? 'running';
  const hasStarted = status !== 'skipped' && Boolean(startTimeMillis);
  return {
    busyMs,
    stage: {
      name,
      status,
      ...(hasStarted && { startedAt: toIso(startTimeMillis!) }),
      ...(hasStarted &&
        durationMillis !== undefined &&
        !['running', 'queued'].includes(status) && {
          finishedAt: toIso(startTimeMillis! + durationMillis),
        }),
    },
  };
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
