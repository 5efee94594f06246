/** Most jobs of one file that are looked at. */
export const MAX_JOBS = 200;

/** One job or stage of a pipeline file. */
export type PipelineJob = {
  name: string;
  line: number;
  /** The environment that it deploys to, as the file names it. */
  environment?: {
    name: string;
    line: number;
    url?: { text: string; line: number };
  };
  /** It changes what users get, whether or not the environment is known. */
  deploys: boolean;
  /** How it starts, where the file tells. */
  trigger?: { kind: 'automatic' | 'manual'; line: number };
  /** It runs to its end before others, and its failure stops them. */
  required: boolean;
  /** Names of the jobs that must have passed before it starts. */
  after: string[];
  /** Its commands. */
  script: { text: string; line: number }[];
};

/** A pipeline file that deploys, whatever tool runs it. */
export type Pipeline = {
  tool: 'Jenkins' | 'GitHub Actions' | 'GitLab CI/CD';
  path: string;
  /** What the tool calls a job. */
  jobWord: 'job' | 'stage';
  /** What makes it run, in words, where the file tells. */
  start?: { text: string; line: number };
  /** In the order in which they run, as far as there is one. */
  jobs: PipelineJob[];
  /** Environments that one chooses from when starting it. */
  choices: { name: string; line: number }[];
};
