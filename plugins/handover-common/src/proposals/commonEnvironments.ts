import { Environments } from '../environments/Environments';

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

const common = /* @__PURE__ */ Environments.create(COMMON);

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
export function commonEnvironmentKey(name: string): string {
  return common.resolve(name).keys[0];
}

/** Place on the usual way to production, or -1 for a name of the company's own. */
export function environmentRank(name: string): number {
  return common.names.indexOf(common.resolve(name).name);
}

/** Is this one of the names that environments commonly have? */
export function isCommonEnvironment(name: string): boolean {
  return environmentRank(name) >= 0;
}
