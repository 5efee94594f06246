import { Environments } from '@backstage-handover/plugin-handover-common/environments';

/**
 * Names that environments commonly have, in the order in which an artifact
 * usually goes through them.
 */
const COMMON = [
  { name: 'development', aliases: ['dev', 'develop'] },
  { name: 'integration', aliases: ['int'] },
  { name: 'test', aliases: ['testing'] },
  { name: 'qa' },
  { name: 'uat', aliases: ['acceptance'] },
  { name: 'staging', aliases: ['stage', 'stg'] },
  {
    name: 'preproduction',
    aliases: ['preprod', 'pre-prod', 'pre_prod', 'pre-production'],
  },
  { name: 'beta' },
  { name: 'production', aliases: ['prod', 'prd'] },
  { name: 'live' },
];

const common = Environments.create(COMMON);

/**
 * What names mean in a draft: what is configured, and beyond that what they
 * commonly mean.
 */
export function draftEnvironments(
  configured: Environments = common,
): Environments {
  const names = configured.names.map(name => ({
    name,
    aliases: [...configured.resolve(name).keys.slice(1)],
  }));
  const isFree = (name: string) => !configured.resolve(name).known;
  for (const { name, aliases = [] } of COMMON) {
    const all = [name, ...aliases];
    const taken = new Set(
      all.filter(each => !isFree(each)).map(each => configured.resolve(each)),
    );
    const free = all.filter(isFree);
    if (taken.size === 0) {
      names.push({ name, aliases });
    } else if (taken.size === 1) {
      const [environment] = taken;
      names.find(each => each.name === environment.name)?.aliases.push(...free);
    }
    // Names that usually mean the same are different ones in this company.
  }
  return Environments.create(names);
}

/** The same for all names of one environment: `prod` and `production`. */
export function environmentKey(name: string): string {
  return common.resolve(name).keys[0];
}

/** Place on the usual way to production, or -1 for a name of the company's own. */
export function environmentRank(name: string): number {
  return common.names.indexOf(common.resolve(name).name);
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
