import type { JobEffect } from '../effects/jobEffect';

/** Most jobs of one file that are looked at. */
export const MAX_JOBS = 200;

/** Most environments of one job. A name has at most 255 characters. */
export const MAX_ENVIRONMENTS = 50;

/** Longest text with variables that is looked at for the name of an environment. */
export const MAX_NAME = 1_000;

/** A line of a file. A pipeline may be spread over several files. */
export type Place = { path: string; line: number };

/** An environment that a job deploys to, as the file names it. */
export type JobEnvironment = {
  name: string;
  place: Place;
  url?: { text: string; place: Place };
};

/** How a job starts, where the file says so. */
export type Trigger = { kind: 'automatic' | 'manual'; place: Place };

/** One job or stage of a pipeline. */
export type PipelineJob = {
  name: string;
  place: Place;
  effect: JobEffect;
  /** Those that it deploys to: all of them, or one that is chosen when it starts. */
  environments: JobEnvironment[];
  choice: 'all' | 'one';
  /** It deploys each branch to an environment of its own. */
  isReview: boolean;
  trigger: Trigger | undefined;
  /** It asks somebody itself, before it does anything. */
  asks?: Place;
  /** What decides whether it runs, as the file says it. Undefined: it always does. */
  condition: string | undefined;
  /** Its failure stops what comes after it. */
  required: boolean;
  /** Names of the jobs that must have passed before it starts, where that is known. */
  after: string[];
  /** It names the jobs that it waits for, and does not start without them. */
  waitsByName?: boolean;
  /** The namespace that its commands name. */
  namespace?: { text: string; place: Place };
  /** It stands for several others, which are named themselves. */
  isGroup?: true;
};

/** Something that the files leave open. */
export type Unknown = { place: Place; reason: string };

/** What is left open where a pipeline has more than `MAX_JOBS`. */
export function jobsNotRead(word: Pipeline['jobWord'], place: Place): Unknown {
  return {
    place,
    reason: `what the ${word}s after the first ${MAX_JOBS} do: a draft reads no more of one pipeline`,
  };
}

/** What a pipeline file says. */
export type Pipeline = {
  tool: 'Jenkins' | 'GitHub Actions' | 'GitLab CI/CD';
  path: string;
  /** What the tool calls a job. */
  jobWord: 'job' | 'stage';
  /** It only runs for changes that are proposed, and deploys previews of them. */
  isPreview: boolean;
  /** What makes it run, in words, where the file says so. */
  start?: { text: string; line: number };
  /** In the order in which the file has them. */
  jobs: PipelineJob[];
  unknown: Unknown[];
};
