import type { Run } from '@backstage-handover/plugin-handover-common';
import { MAIN_BRANCHES } from '@backstage-handover/plugin-handover-common/delivery';
import type { Entity } from '@backstage/catalog-model';

/** The branches that are shown where the catalog's own has no run. */
const USUAL_BRANCHES = [...MAIN_BRANCHES, 'trunk'];

const LOCATIONS = [
  'backstage.io/source-location',
  'backstage.io/managed-by-location',
];

/** Runs without those of other branches. */
export type MainRuns = {
  /** The branches that count as main and have a run. */
  branches: string[];
  runs: Run[];
  /** So many runs are of other branches. */
  hidden: number;
};

/**
 * The runs of the branch that the catalog reads the entity from, or else of the
 * usual main branches. A run that doesn't name its branch stays, because it may
 * be of any.
 *
 * @returns undefined if no run is of such a branch
 */
export function mainRunsOf(
  entity: Entity,
  all: readonly Run[],
): MainRuns | undefined {
  const own = sourceBranchOf(entity);
  const known = new Set(all.map(branchOf));
  const main =
    own && known.has(own)
      ? [own]
      : USUAL_BRANCHES.filter(each => known.has(each));
  if (main.length === 0) {
    return undefined;
  }
  const runs = all.filter(run => {
    const branch = branchOf(run);
    return !branch || main.includes(branch);
  });
  return { branches: main, runs, hidden: all.length - runs.length };
}

/** Without what Git and Jenkins put before it. */
function branchOf({ branch }: Run): string | undefined {
  return branch?.replace(/^(?:refs\/heads\/|(?:refs\/remotes\/)?origin\/)/, '');
}

function sourceBranchOf({
  metadata: { annotations = {} },
}: Entity): string | undefined {
  for (const key of LOCATIONS) {
    const [, branch] =
      /\/(?:tree|blob|src\/branch)\/([^/?#]+)/.exec(annotations[key] ?? '') ??
      [];
    if (branch) {
      return branch;
    }
  }
  return undefined;
}
