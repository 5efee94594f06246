import type { Config } from '@backstage/config';

/** The keys under `handover.gate`. */
export type GateConfig = {
  /** By environment name or glob, first match first: what holds when no window applies. */
  defaults: { environment: string; verdict: 'open' | 'closed' }[];
  /** The environments of an entity that names none itself, in order. */
  environments: string[];
};

/** Reads and checks `handover.gate`. */
export function readGateConfig(config: Config): GateConfig {
  const gate = config.getOptionalConfig('handover.gate');

  const defaults = (gate?.getOptionalConfigArray('defaults') ?? []).map(
    (entry, index) => {
      const verdict = entry.getString('verdict');
      if (verdict !== 'open' && verdict !== 'closed') {
        throw new Error(
          `Invalid value at 'handover.gate.defaults[${index}].verdict': must be 'open' or 'closed', not '${verdict}'`,
        );
      }
      return {
        environment: entry.getString('environment'),
        verdict: verdict as 'open' | 'closed',
      };
    },
  );

  const environments = gate?.getOptionalStringArray('environments') ?? [
    'production',
  ];
  if (environments.length === 0) {
    throw new Error(
      `Invalid value at 'handover.gate.environments': must not be empty`,
    );
  }

  return { defaults, environments };
}
