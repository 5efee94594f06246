/**
 * Names that environments commonly have, in the order in which an artifact
 * usually goes through them. Names in one row are the same environment.
 */
const KNOWN: string[][] = [
  ['development', 'dev', 'develop'],
  ['integration', 'int'],
  ['test', 'testing'],
  ['qa'],
  ['uat', 'acceptance'],
  ['staging', 'stage', 'stg'],
  ['preproduction', 'preprod'],
  ['beta'],
  ['production', 'prod', 'prd', 'live'],
];

/** The same for all names of one environment: `prod` and `production`. */
export function environmentKey(name: string): string {
  const plain = name.toLocaleLowerCase('en-US').replace(/[^a-z0-9]/g, '');
  return KNOWN.find(names => names.includes(plain))?.[0] ?? plain;
}

/** Place on the usual way to production, or -1 for a name of the company's own. */
export function environmentRank(name: string): number {
  return KNOWN.findIndex(names => names[0] === environmentKey(name));
}

/** Is this one of the names that environments commonly have? */
export function isEnvironmentName(name: string): boolean {
  return environmentRank(name) >= 0;
}

/**
 * The environment that a folder or a file is for: the innermost part of its path
 * that is a common name (`k8s/overlays/production/deployment.yaml`).
 */
export function environmentOfPath(path: string): string | undefined {
  return path
    .replace(/\.[a-z]+$/i, '')
    .split('/')
    .reverse()
    .find(isEnvironmentName);
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
    ? joined.split(' ').find(isEnvironmentName)
    : undefined;
}

/** `deployToStaging`, `deploy-to_staging`: deploy, to, staging. */
function words(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
}
