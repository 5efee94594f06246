import { toJobPath } from './jobNames';
import type { Job } from './schemas';
import type { JobBuild } from './toRun';

const MULTIBRANCH =
  'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject';

/** Folders in folders, projects in them, and their branches. */
const DEPTH = 4;

/** Of a job among others, as a folder or a multibranch project has them. */
const BUILDS_PER_JOB = 20;
const JOBS_PER_FOLDER = 100;

/**
 * What is asked of a job, for Jenkins' `tree` parameter: builds of its own, the
 * latest first, or those of the jobs in it.
 */
export function toTree(limit: number): string {
  const builds = (count: number) =>
    `allBuilds[number,url,result,building,timestamp,duration,actions[causes[userId,userName],lastBuiltRevision[SHA1,branch[name]],remoteUrls]]{0,${count}}`;
  let jobs = '';
  for (let depth = 0; depth < DEPTH; depth++) {
    const count = Math.min(BUILDS_PER_JOB, limit);
    jobs = `,jobs[name,fullName,${builds(count)}${jobs}]{0,${JOBS_PER_FOLDER}}`;
  }
  return `name,fullName,${builds(limit)}${jobs}`;
}

/** The builds of a job, or of the jobs in it. */
export function listBuilds(
  job: Job,
  options: {
    /** Of Jenkins. */
    baseUrl: string;
    /** Before the names of jobs in ids. */
    idPrefix: string;
    since: Date;
  },
): JobBuild[] {
  const { baseUrl, idPrefix, since } = options;
  const builds: JobBuild[] = [];
  const visit = (each: Job, parent?: Job) => {
    const isBranch = parent?._class === MULTIBRANCH;
    const wanted = (each.allBuilds ?? []).filter(
      ({ timestamp, duration = 0 }) => timestamp + duration >= since.getTime(),
    );
    const path = toJobPath(each.fullName);
    builds.push(
      ...wanted.map(build => ({
        build,
        fullName: each.fullName,
        pipeline: isBranch ? parent.fullName : each.fullName,
        ...(isBranch && { branch: decoded(each.name) }),
        url: `${baseUrl}${path}`,
        id: `${idPrefix}${each.fullName}#${build.number}`,
      })),
    );
    each.jobs?.forEach(child => visit(child, each));
  };
  visit(job);
  return builds;
}

/** Jenkins names the job of a branch `feature%2Forders`. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
