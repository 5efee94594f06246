import { matchesWildcards } from '../text/wildcards';
import type { Run } from './types';

/** The branches that releases are usually made from. */
const MAIN_BRANCHES = ['main', 'master'];

/**
 * The last finished runs on the main branch.
 *
 * @alpha
 */
export type LastRuns = {
  /** One of each pipeline. */
  runs: Run[];
  /** Names and patterns of pipelines that no finished run is known of. */
  missing: string[];
};

/**
 * The last finished run of each pipeline on `main` or `master`. A run that
 * doesn't name its branch could be of any, so it doesn't count.
 *
 * @param runs - Runs of one entity, the latest first.
 * @param pipelines - Names of the pipelines that count, or patterns with `*` and
 *   `?`, whose case doesn't matter. All count unless given.
 *
 * @alpha
 */
export function lastRuns(
  runs: readonly Run[],
  pipelines?: readonly string[],
): LastRuns {
  const last = new Map<string, Run>();
  for (const run of runs) {
    const key = JSON.stringify([run.provider, run.pipeline]);
    if (isOnMain(run) && isFinished(run) && !last.has(key)) {
      last.set(key, run);
    }
  }
  const all = [...last.values()];
  if (!pipelines) {
    return { runs: all, missing: [] };
  }
  return {
    runs: all.filter(run => pipelines.some(each => isOf(each, run))),
    missing: pipelines.filter(each => !all.some(run => isOf(each, run))),
  };
}

function isOnMain({ branch = '' }: Run): boolean {
  return MAIN_BRANCHES.includes(branch);
}

function isFinished({ status }: Run): boolean {
  return status !== 'queued' && status !== 'running';
}

function isOf(pattern: string, { pipeline }: Run): boolean {
  return matchesWildcards(
    [...pattern.toLowerCase()],
    [...pipeline.toLowerCase()],
  );
}
