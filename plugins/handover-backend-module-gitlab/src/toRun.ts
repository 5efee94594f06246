import type { Run } from '@backstage-handover/plugin-handover-common';
import { webUrl } from '@backstage-handover/plugin-handover-node';
import type { Pipeline } from './schemas';
import { isOver, toStatus } from './statuses';
import type { RunDetails } from './toDetails';

/**
 * A pipeline as a run.
 *
 * @param options.project - `group/project`, or the project's number
 * @param options.details - of its jobs, where they were asked for
 */
export function toRun(
  pipeline: Pipeline,
  options: { project: string; details?: RunDetails },
): Run {
  const { project, details } = options;
  const { id, name, sha, updated_at } = pipeline;
  const status = toStatus(pipeline.status);
  const branch = details?.isTag ? undefined : toBranch(pipeline.ref);
  const url = webUrl(pipeline.web_url);
  return {
    id: String(id),
    provider: 'gitlab',
    pipeline: name || toPath(url, project),
    status,
    stages: details?.stages ?? [],
    ...(sha && { commit: sha }),
    ...(branch && { branch }),
    ...(details?.actor && { actor: details.actor }),
    // The list has no other times. Ending a pipeline is the last that GitLab does
    // to it, a moment after the time that it tells where it is asked for one.
    startedAt: pipeline.created_at,
    ...(isOver(status) && updated_at && { finishedAt: updated_at }),
    ...(url && { url }),
  };
}

/** The ref of a merge request isn't a branch: `refs/merge-requests/74/head`. */
function toBranch(ref: string | null | undefined): string | undefined {
  return ref && !ref.startsWith('refs/') ? ref : undefined;
}

/** What people call a project of which only the number is known. */
function toPath(url: string | undefined, project: string): string {
  const path = /^\d+$/.test(project)
    ? /^https?:\/\/[^/]+\/(.+?)\/(?:-\/)?pipelines\/\d+$/.exec(url ?? '')?.[1]
    : undefined;
  return path ?? project;
}
