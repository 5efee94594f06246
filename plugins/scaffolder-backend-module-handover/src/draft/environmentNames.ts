import { isCommonEnvironment } from '@backstage-handover/plugin-handover-common/proposals';

/**
 * The environment that a folder or a file is for: the innermost part of its path
 * that is a common name (`k8s/overlays/production/deployment.yaml`).
 */
export function environmentOfPath(path: string): string | undefined {
  return path
    .replace(/\.[a-z]+$/i, '')
    .split('/')
    .reverse()
    .find(isCommonEnvironment);
}

const DEPLOYS =
  /\b(deploy|deploys|deployment|deploying|promote|release|rollout)\b/i;

/** Does the name of a job or stage say that it deploys? */
export function saysDeploy(name: string): boolean {
  return DEPLOYS.test(words(name).join(' '));
}

/** The environment that the name of a job or stage says it deploys to. */
export function environmentOfDeployment(name: string): string | undefined {
  const joined = words(name)
    .join(' ')
    .replace(/\bpre production\b/i, 'preproduction');
  return saysDeploy(name)
    ? joined.split(' ').find(isCommonEnvironment)
    : undefined;
}

/** `deployToStaging`, `deploy-to_staging`: deploy, to, staging. */
function words(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
}
