import type {
  Deployment,
  DeploymentOutcome,
} from '@backstage-handover/plugin-handover-common';
import { webUrl } from '@backstage-handover/plugin-handover-node';
import type { GithubDeployment, GithubDeploymentStatus } from './schemas';

/** The state of a deployment according to its statuses. */
export type DeploymentState = {
  /** Absent where nothing is deployed yet: it waits to be allowed. */
  outcome?: DeploymentOutcome;
  /** Since when it is so. */
  at: string;
  /** A page about it. */
  url?: string;
  /** No other status is expected. */
  isFinal: boolean;
  /** It was replaced or torn down: the statuses do not say which. */
  isInactive: boolean;
};

const OUTCOMES = new Map<string, DeploymentOutcome>([
  ['success', 'succeeded'],
  ['failure', 'failed'],
  ['error', 'failed'],
  ['in_progress', 'running'],
  ['queued', 'running'],
  ['pending', 'running'],
]);

/** A version as its tag: a branch is hardly called so. */
const VERSION = /^v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/;

/**
 * Reads the statuses of a deployment, the latest first. `inactive` is not an
 * outcome: GitHub adds it once something else is deployed there, and workflows
 * add it when they tear an environment down. What it was before counts, and when.
 */
export function toState(
  deployment: GithubDeployment,
  statuses: readonly GithubDeploymentStatus[],
): DeploymentState {
  const [latest] = statuses;
  if (!latest) {
    return { at: deployment.created_at, isFinal: false, isInactive: false };
  }
  const isInactive = latest.state === 'inactive';
  const decisive = statuses.find(({ state }) => state !== 'inactive');
  if (!decisive) {
    return {
      outcome: 'succeeded',
      at: deployment.created_at,
      isFinal: true,
      isInactive: true,
    };
  }
  const outcome = OUTCOMES.get(decisive.state);
  const url = webUrl(decisive.log_url) ?? webUrl(decisive.target_url);
  return {
    ...(isInactive && outcome === 'running'
      ? // Somebody ended it before it had succeeded.
        { outcome: 'failed', at: latest.created_at }
      : { outcome, at: decisive.created_at }),
    ...(url && { url }),
    isInactive,
    isFinal: isInactive || outcome === 'succeeded' || outcome === 'failed',
  };
}

/** The environment of a deployment, which old versions of GitHub leave out. */
export function environmentOf(
  deployment: GithubDeployment,
): string | undefined {
  return deployment.environment || deployment.original_environment;
}

/**
 * Converts a GitHub deployment, if something was deployed.
 *
 * @param options.host - the host of GitHub
 * @param options.isSuperseded - whether a later deployment replaced it
 */
export function toDeployment(
  deployment: GithubDeployment,
  state: DeploymentState,
  options: { host: string; isSuperseded: boolean },
): Deployment | undefined {
  const { host, isSuperseded } = options;
  const environment = environmentOf(deployment);
  if (!state.outcome || !environment) {
    return undefined;
  }
  const version = toVersion(deployment.ref);
  const actor = deployment.creator?.login;
  const runId = state.url && toRunId(state.url, host);
  // GitHub makes no deployment to a transient environment inactive by itself.
  const isRemoved =
    state.isInactive &&
    state.outcome === 'succeeded' &&
    (deployment.transient_environment === true || !isSuperseded);
  return {
    id: String(deployment.id),
    provider: 'github-actions',
    environment,
    ...(version && { artifact: { version } }),
    commit: deployment.sha,
    ...(actor && { actor }),
    at: state.at,
    outcome: isRemoved ? 'removed' : state.outcome,
    ...(runId && { runId }),
    ...(state.url && { url: state.url }),
  };
}

function toVersion(ref: string): string | undefined {
  const tag = /^refs\/tags\/(.+)$/.exec(ref)?.[1];
  return tag ?? (VERSION.test(ref) ? ref : undefined);
}

/** Deployments of Actions name their job: `/shop/orders/actions/runs/1/job/2`. */
function toRunId(url: string, host: string): string | undefined {
  const parsed = new URL(url);
  return parsed.host === host
    ? /^\/[^/]+\/[^/]+\/actions\/runs\/(\d+)(?:\/|$)/.exec(parsed.pathname)?.[1]
    : undefined;
}
