/**
 * How a pipeline execution stands. `unknown`: it has finished, with no known
 * outcome.
 *
 * @public
 */
export type RunStatus =
  | 'queued'
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'unknown';

/**
 * One step of a run, in the order of the pipeline. Times are RFC 3339.
 *
 * @public
 */
export type RunStage = {
  name: string;
  status: RunStatus | 'skipped';
  startedAt?: string;
  finishedAt?: string;
  url?: string;
};

/**
 * One pipeline execution. Times are RFC 3339; `id` is unique within the provider.
 *
 * @public
 */
export type Run = {
  id: string;
  /** Id of the provider that told of it, `jenkins` for example. */
  provider: string;
  pipeline: string;
  status: RunStatus;
  stages: RunStage[];
  commit?: string;
  branch?: string;
  actor?: string;
  startedAt?: string;
  finishedAt?: string;
  url?: string;
};

/**
 * What was deployed. `digest` is an OCI digest, `sha256:…`.
 *
 * @public
 */
export type Artifact = {
  name?: string;
  version?: string;
  digest?: string;
};

/**
 * How a deployment ended, or that it is still running.
 *
 * @public
 */
export type DeploymentOutcome =
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'rolledBack'
  | 'removed';

/**
 * One artifact put into one environment. Times are RFC 3339; `id` is unique
 * within the provider.
 *
 * @public
 */
export type Deployment = {
  id: string;
  provider: string;
  environment: string;
  artifact?: Artifact;
  commit?: string;
  /** When the change that was deployed was merged. */
  mergedAt?: string;
  actor?: string;
  /** When it was deployed. */
  at: string;
  /**
   * `rolledBack`: it was put there and taken back later. `removed`: it was put
   * there, and the environment was torn down later.
   */
  outcome: DeploymentOutcome;
  /** The run that deployed it, by its id within the same provider. */
  runId?: string;
  url?: string;
};

/**
 * How a provider answered when it was asked last.
 *
 * @public
 */
export type ProviderState = {
  id: string;
  title: string;
  status: 'ok' | 'failing';
  /** What failed, for people. Never holds credentials. */
  message?: string;
  failingSince?: string;
  /** When it last answered. */
  fetchedAt?: string;
  /** Its data is made up, for people to look at. */
  demonstration?: boolean;
};
