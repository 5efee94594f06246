import { z } from 'zod/v4';

// GitHub's REST API, https://docs.github.com/en/rest: what is read of it. Old
// versions of GitHub Enterprise Server leave more out than the present API says.

const time = z
  .string()
  .refine(value => Number.isFinite(Date.parse(value)), 'not a time')
  .transform(value => new Date(value).toISOString());

const user = z.looseObject({ login: z.string() }).nullish();

const repository = z.looseObject({ full_name: z.string() }).nullish();

export const workflowRun = z.looseObject({
  id: z.int(),
  /** Of the workflow. */
  name: z.string().nullish(),
  path: z.string().optional(),
  workflow_id: z.int(),
  status: z.string().nullish(),
  conclusion: z.string().nullish(),
  run_attempt: z.int().optional(),
  head_branch: z.string().nullish(),
  head_sha: z.string(),
  head_commit: z
    .looseObject({ id: z.string(), timestamp: time.optional() })
    .nullish(),
  repository,
  /** Where the branch is: of a fork, another one. */
  head_repository: repository,
  actor: user,
  /** Who began the latest attempt. */
  triggering_actor: user,
  created_at: time,
  /** Of the latest attempt. */
  run_started_at: time.nullish(),
  updated_at: time,
  html_url: z.string(),
});

export const workflowRuns = z.looseObject({
  workflow_runs: z.array(workflowRun),
});

export const job = z.looseObject({
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullish(),
  started_at: time.nullish(),
  completed_at: time.nullish(),
  html_url: z.string().nullish(),
});

export const jobs = z.looseObject({ jobs: z.array(job) });

export const deployment = z.looseObject({
  id: z.int(),
  sha: z.string(),
  /** A branch, a tag or a commit. */
  ref: z.string(),
  environment: z.string().optional(),
  original_environment: z.string().optional(),
  /** A review app, for example: several can be there at the same time. */
  transient_environment: z.boolean().nullish(),
  creator: user,
  created_at: time,
  updated_at: time,
});

export const deployments = z.array(deployment);

export const deploymentStatus = z.looseObject({
  state: z.string(),
  log_url: z.string().nullish(),
  /** What `log_url` was called before. */
  target_url: z.string().nullish(),
  created_at: time,
});

export const deploymentStatuses = z.array(deploymentStatus);

export type GithubRun = z.output<typeof workflowRun>;
export type GithubJob = z.output<typeof job>;
export type GithubDeployment = z.output<typeof deployment>;
export type GithubDeploymentStatus = z.output<typeof deploymentStatus>;
