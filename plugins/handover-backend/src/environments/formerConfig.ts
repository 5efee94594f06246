import {
  type EnvironmentDefinition,
  environmentKey,
  Environments,
} from '@backstage-handover/plugin-handover-common/environments';
import type { Config } from '@backstage/config';

/** The keys that `handover.environments` replaces. */
export const FORMER_KEYS = [
  'handover.gate.defaults',
  'handover.gate.environments',
  'handover.delivery.production',
] as const;

export type FormerKey = (typeof FORMER_KEYS)[number];

/**
 * Reads the former keys, with the meaning they had, except that names are
 * compared as everywhere else: case and the alias `prod` of `production` count.
 */
export function readFormerEnvironments(config: Config): Environments {
  const assumed = readNames(config, 'handover.gate.environments') ?? [
    'production',
  ];
  const definitions = definitionsOf(assumed);
  for (const { environment, verdict, place } of readDefaults(config)) {
    const found = definitions.find(definition =>
      isNamed(definition, environment),
    );
    if (!found) {
      definitions.push({ name: environment, default: verdict });
    } else if (found.default === undefined) {
      found.default = verdict;
    } else if (found.default !== verdict) {
      throw new Error(
        `Invalid value at '${place}': '${environment}' is the environment '${found.name}', which is '${found.default}' by an earlier entry`,
      );
    }
  }
  return Environments.create(definitions, {
    key: 'handover.gate',
    assumed,
    production: readNames(config, 'handover.delivery.production'),
  });
}

/** Production is known in any case, as it is where nothing is configured. */
function definitionsOf(names: readonly string[]): EnvironmentDefinition[] {
  const keys = names.map(environmentKey);
  const production: EnvironmentDefinition = {
    name: 'production',
    aliases: ['prod', 'prd'].filter(
      // Listed beside production, it is another environment.
      alias => !(keys.includes(alias) && keys.includes('production')),
    ),
  };
  const others = names
    .filter(name => !isNamed(production, name))
    .map(name => ({ name }));
  return [...others, production];
}

function isNamed(definition: EnvironmentDefinition, name: string): boolean {
  return [definition.name, ...(definition.aliases ?? [])].some(
    each => environmentKey(each) === environmentKey(name),
  );
}

function readNames(config: Config, key: FormerKey): string[] | undefined {
  const names = config.getOptionalStringArray(key);
  if (names?.length === 0) {
    throw new Error(`Invalid value at '${key}': must not be empty`);
  }
  return names;
}

function readDefaults(config: Config) {
  const key = 'handover.gate.defaults';
  const entries = config.getOptionalConfigArray(key) ?? [];
  return entries.map((entry, index) => {
    const place = `${key}[${index}]`;
    const verdict = entry.getString('verdict');
    if (verdict !== 'open' && verdict !== 'closed') {
      throw new Error(
        `Invalid value at '${place}.verdict': must be 'open' or 'closed', not '${verdict}'`,
      );
    }
    const environment = entry.getString('environment');
    return { environment, verdict, place } as const;
  });
}
