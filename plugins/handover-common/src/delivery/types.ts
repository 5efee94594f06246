import type { Artifact } from '../artifacts/Artifact';

/**
 * The status of a run. `unknown`: it finished, but its outcome is not known.
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
 * One execution of a pipeline. Times are RFC 3339. `id` is unique within the
 * provider.
 *
 * @public
 */
export type Run = {
  id: string;
  /** Id of the provider that it comes from, for example `jenkins`. */
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
 * The outcome of a deployment, or `running`.
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
 * One deployment of an artifact to an environment. Times are RFC 3339. `id` is
 * unique within the provider.
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
   * `rolledBack`: it succeeded and was rolled back later. `removed`: it
   * succeeded, and the environment was torn down later.
   */
  outcome: DeploymentOutcome;
  /** The run that deployed it, by its id within the same provider. */
  runId?: string;
  url?: string;
};

/**
 * The result of the last request to a provider.
 *
 * @public
 */
export type ProviderState = {
  id: string;
  title: string;
  status: 'ok' | 'failing';
  /** What failed. Never contains credentials. */
  message?: string;
  failingSince?: string;
  /** When it last responded. */
  fetchedAt?: string;
  /** Whether this is demonstration data. */
  demonstration?: boolean;
};
