import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { DemoBranch, DemoProject } from './jobs';

/** What Jenkins answers where `tree` does not say how many. */
const DEFAULT_BUILDS = 100;

/**
 * As much of Jenkins' remote access API as tells of jobs and builds, and of the
 * Pipeline REST API as tells of stages. Of `tree` it heeds how many builds.
 *
 * @see https://www.jenkins.io/doc/book/using/remote-access-api/
 * @see https://plugins.jenkins.io/pipeline-rest-api/
 */
export function createJenkinsRouter(projects: () => DemoProject[]): Router {
  const router = PromiseRouter();
  const findProject = ({ params }: Request) =>
    projects().find(
      ({ fullName }) => fullName === `${params.folder}/${params.project}`,
    );
  const findBranch = (req: Request) =>
    findProject(req)?.branches.find(({ name }) => name === req.params.branch);
  const send = (res: Response, found: object | undefined) =>
    found
      ? res.json(found)
      : res.status(404).type('html').send('<h1>Not Found</h1>');

  router.get('/job/:folder/api/json', (req, res) => {
    const jobs = projects().filter(({ fullName }) =>
      fullName.startsWith(`${req.params.folder}/`),
    );
    send(
      res,
      jobs.length > 0
        ? {
            _class: 'com.cloudbees.hudson.plugins.folder.Folder',
            name: req.params.folder,
            fullName: req.params.folder,
            jobs: jobs.map(project => toJob(project, countOf(req))),
          }
        : undefined,
    );
  });
  router.get('/job/:folder/job/:project/api/json', (req, res) => {
    const project = findProject(req);
    send(res, project && toJob(project, countOf(req)));
  });
  router.get('/job/:folder/job/:project/job/:branch/api/json', (req, res) => {
    const branch = findBranch(req);
    send(res, branch && toBranchJob(branch, countOf(req, 'job')));
  });
  router.get(
    '/job/:folder/job/:project/job/:branch/:number/wfapi/describe',
    (req, res) => {
      const found = findBranch(req)?.builds.find(
        ({ build }) => `${build.number}` === req.params.number,
      );
      send(res, found && { id: `${found.build.number}`, stages: found.stages });
    },
  );
  return router;
}

function toJob({ branches, ...project }: DemoProject, count: number) {
  return { ...project, jobs: branches.map(each => toBranchJob(each, count)) };
}

function toBranchJob({ builds, ...branch }: DemoBranch, count: number) {
  return {
    ...branch,
    allBuilds: builds.slice(0, count).map(({ build }) => build),
  };
}

/** How many builds are asked for of a job, or of the jobs in it. */
function countOf({ query }: Request, of: 'job' | 'jobs' = 'jobs'): number {
  const { tree } = query;
  const [job, jobs] =
    typeof tree === 'string' ? [...tree.matchAll(/\]\{0,(\d+)\}/g)] : [];
  const [, count = `${DEFAULT_BUILDS}`] = (of === 'job' ? job : jobs) ?? [];
  return Number(count);
}
