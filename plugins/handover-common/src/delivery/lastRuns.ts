import { matchesWildcards } from '../text/wildcards';
import type { Run, RunStatus } from './types';

/**
 * The branches that releases are usually made from.
 *
 * @alpha
 */
export const MAIN_BRANCHES: readonly string[] = ['main', 'master'];

/**
 * The status of a run that is not over.
 *
 * @alpha
 */
export const UNFINISHED: readonly RunStatus[] = ['queued', 'running'];

/**
 * The last runs on the main branch.
 *
 * @alpha
 */
export type LastRuns = {
  /** The last finished one of each pipeline. */
  runs: Run[];
  /**
   * The last one of each pipeline, where it has not finished. It may be an
   * earlier run that was started again, whose former outcome is lost.
   */
  underWay: Run[];
  /** Names and patterns of pipelines that no finished run is known of. */
  missing: string[];
};

/**
 * The last runs of each pipeline on `main` or `master`. A run that
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
  const onMain = runs.filter(
    run => isOnMain(run) && (pipelines?.some(each => isOf(each, run)) ?? true),
  );
  const finished = firstOfEach(onMain.filter(isFinished));
  return {
    runs: finished,
    underWay: firstOfEach(onMain).filter(run => !isFinished(run)),
    missing: (pipelines ?? []).filter(
      each => !finished.some(run => isOf(each, run)),
    ),
  };
}

function firstOfEach(runs: readonly Run[]): Run[] {
  const first = new Map<string, Run>();
  for (const run of runs) {
    const key = JSON.stringify([run.provider, run.pipeline]);
    if (!first.has(key)) {
      first.set(key, run);
    }
  }
  return [...first.values()];
}

function isOnMain({ branch = '' }: Run): boolean {
  return MAIN_BRANCHES.includes(branch);
}

function isFinished({ status }: Run): boolean {
  return !UNFINISHED.includes(status);
}

function isOf(pattern: string, { pipeline }: Run): boolean {
  return matchesWildcards(
    [...pattern.toLowerCase()],
    [...pipeline.toLowerCase()],
  );
}
