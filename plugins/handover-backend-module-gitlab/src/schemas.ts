import { z } from 'zod/v4';

// GitLab's REST API, https://docs.gitlab.com/api/: what is read of pipelines, jobs
// and deployments. Statuses are texts: later versions of GitLab add some.

/** Longer than what GitLab lets people write. PostgreSQL stores no NUL. */
const text = z
  .string()
  .max(2_000)
  .refine(value => !value.includes('\0'), {
    message: 'must not hold a NUL character',
  });

/** RFC 3339, in UTC. */
const time = z.iso
  .datetime({ offset: true })
  .transform(value => new Date(value).toISOString());

const id = z.int().positive();

const user = z.looseObject({ username: text.optional() }).nullish();

export const pipeline = z.looseObject({
  id,
  /** Where `workflow:name` gives it one. */
  name: text.nullish(),
  status: text,
  ref: text.nullish(),
  sha: text.nullish(),
  created_at: time,
  updated_at: time.nullish(),
  web_url: text.nullish(),
});

export type Pipeline = z.output<typeof pipeline>;

export const job = z.looseObject({
  id,
  name: text,
  stage: text,
  status: text,
  allow_failure: z.boolean().nullish(),
  tag: z.boolean().nullish(),
  started_at: time.nullish(),
  finished_at: time.nullish(),
  user,
  web_url: text.nullish(),
});

export type Job = z.output<typeof job>;

export const deployment = z.looseObject({
  id,
  status: text,
  ref: text.nullish(),
  sha: text.nullish(),
  created_at: time,
  updated_at: time.nullish(),
  user,
  environment: z.looseObject({
    name: text.min(1),
    /** `available`, `stopping` or `stopped`, where GitLab says it. */
    state: text.nullish(),
  }),
  /** The job that deploys. Absent if the deployment was not created by a job. */
  deployable: z
    .looseObject({
      tag: z.boolean().nullish(),
      started_at: time.nullish(),
      finished_at: time.nullish(),
      user,
      commit: z.looseObject({ committed_date: time.nullish() }).nullish(),
      pipeline: z.looseObject({ id }).nullish(),
      web_url: text.nullish(),
    })
    .nullish(),
});

export type GitLabDeployment = z.output<typeof deployment>;
