import { z } from 'zod/v4';

// Jenkins' remote access API, https://www.jenkins.io/doc/book/using/remote-access-api/,
// and the Pipeline REST API, https://plugins.jenkins.io/pipeline-rest-api/: what is
// read of them. An action may be an empty object.

/** Milliseconds since the epoch, or for how long: dates end at the year 275,760. */
const ms = z.number().min(0).max(4e15);

const action = z
  .looseObject({
    _class: z.string().optional(),
    causes: z
      .array(
        z.looseObject({
          userId: z.string().nullish(),
          userName: z.string().nullish(),
        }),
      )
      .optional(),
    lastBuiltRevision: z
      .looseObject({
        SHA1: z.string().optional(),
        branch: z
          .array(z.looseObject({ name: z.string().optional() }))
          .optional(),
      })
      .nullish(),
    /** Of the repository that was checked out. */
    remoteUrls: z.array(z.string().nullable()).nullish(),
  })
  .nullable();

export const build = z.looseObject({
  _class: z.string().optional(),
  number: z.int(),
  url: z.string().optional(),
  result: z.string().nullish(),
  building: z.boolean().optional(),
  timestamp: ms,
  /** 0 until it ends. */
  duration: ms.optional(),
  actions: z.array(action).optional(),
});

export type Build = z.output<typeof build>;

export type Job = {
  _class: string;
  name: string;
  fullName: string;
  allBuilds?: Build[];
  /** Of a folder, or the branches of a multibranch project. */
  jobs?: Job[];
};

export const job: z.ZodType<Job> = z.looseObject({
  _class: z.string(),
  name: z.string(),
  fullName: z.string(),
  allBuilds: z.array(build).optional(),
  get jobs() {
    return z.array(job).optional();
  },
});

export const description = z.looseObject({
  stages: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      status: z.string(),
      startTimeMillis: ms.optional(),
      durationMillis: ms.optional(),
      /** How long it waited for input. */
      pauseDurationMillis: ms.optional(),
    }),
  ),
});

export type Stage = z.output<typeof description>['stages'][number];
