import type {
  Deployment,
  DeploymentOutcome,
} from '@backstage-handover/plugin-handover-common';
import { webUrl } from '@backstage-handover/plugin-handover-node';
import type { GitLabDeployment } from './schemas';

/**
 * Those not named did not start: `created`, `blocked`, `skipped`. Who stops one
 * that has leaves the environment with half of it.
 */
const OUTCOMES: Record<string, DeploymentOutcome> = {
  running: 'running',
  success: 'succeeded',
  failed: 'failed',
  canceled: 'failed',
};

/** A deployment of GitLab, if it started. */
export function toDeployment(
  deployment: GitLabDeployment,
): Deployment | undefined {
  const { id, sha, deployable, environment } = deployment;
  const ended = OUTCOMES[deployment.status];
  // Nothing is left of what was deployed to an environment that was stopped.
  const isStopped = ['stopping', 'stopped'].includes(environment.state ?? '');
  const outcome = isStopped && ended === 'succeeded' ? 'removed' : ended;
  if (!outcome || !hasStarted(deployment)) {
    return undefined;
  }
  const { ref } = deployment;
  const version = deployable?.tag && ref ? ref : undefined;
  const mergedAt = deployable?.commit?.committed_date;
  // Whoever starts a manual job is the user of the job alone.
  const actor = deployable?.user?.username ?? deployment.user?.username;
  const runId = deployable?.pipeline?.id;
  const url = webUrl(deployable?.web_url);
  return {
    id: String(id),
    provider: 'gitlab',
    environment: environment.name,
    ...(version && { artifact: { version } }),
    ...(sha && { commit: sha }),
    ...(mergedAt && { mergedAt }),
    ...(actor && { actor }),
    at: toTime(deployment, outcome),
    outcome,
    ...(runId !== undefined && { runId: String(runId) }),
    ...(url && { url }),
  };
}

/** A job can fail or be cancelled before a runner takes it. */
function hasStarted({ status, deployable }: GitLabDeployment): boolean {
  return (
    status === 'running' ||
    status === 'success' ||
    !deployable ||
    Boolean(deployable.started_at)
  );
}

/** When it ended, or began where it has not. */
function toTime(
  { deployable, created_at, updated_at }: GitLabDeployment,
  outcome: DeploymentOutcome,
): string {
  return outcome === 'running'
    ? deployable?.started_at ?? created_at
    : deployable?.finished_at ?? updated_at ?? created_at;
}
